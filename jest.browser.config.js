import base from "./jest.config.js";

/** The tests in a real Chromium: `npm run test:browser`. @type {import("jest").Config} */
export default {
  ...base,
  roots: ["<rootDir>/test/browser"],
  testPathIgnorePatterns: [],
  testTimeout: 20_000,
  maxWorkers: 1,
};
