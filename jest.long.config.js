import config from "./jest.config.js";
import { LONG_SUITES } from "./test/long-suites.ts";

/** The suites that `npm test` leaves out: `npm run test:long`. */
/** @type {import("jest").Config} */
export default {
  ...config,
  testMatch: LONG_SUITES.map((path) => `<rootDir>/${path.endsWith("/") ? `${path}**/*.test.ts` : path}`),
};
