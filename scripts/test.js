// `npm test`: the quick suites. Where suites are named, those, long or not.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const given = process.argv.slice(2);
const names = given.some((argument) => !argument.startsWith("-"));
if (!names) {
  console.error(
    "About three minutes on two quiet cores. npm run test:all runs the long suites too, about ten minutes.",
  );
}
const config = names ? [] : ["--config", "jest.quick.config.js"];
const { status } = spawnSync(process.execPath, [join(import.meta.dirname, "jest.js"), ...config, ...given], {
  stdio: "inherit",
});
process.exit(status ?? 1);
