import config from "./jest.config.js";

/** The long proofs: `npm run test:durability`. */
/** @type {import("jest").Config} */
export default {
  ...config,
  testMatch: ["<rootDir>/test/durability/long/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
};
