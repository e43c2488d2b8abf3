import config from "./jest.config.js";
import { LONG_SUITES } from "./test/long-suites.ts";

/** What a newcomer runs: `npm test`. */
/** @type {import("jest").Config} */
export default {
  ...config,
  testPathIgnorePatterns: [
    ...(config.testPathIgnorePatterns ?? []),
    ...LONG_SUITES.map((path) => `<rootDir>/${path.replaceAll(".", "\\.")}`),
  ],
};
