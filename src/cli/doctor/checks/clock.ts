import { type Check, findingsOf } from "../doctor.ts";

const { ok, warning, problem, skipped } = findingsOf("clock");

/** GitHub takes the app's signed requests as long as they are a minute off. In seconds. */
const REFUSED_FROM = 60;
const WARN_FROM = 10;

/** This machine's clock next to GitHub's. */
export const clock: Check = {
  name: "clock",
  needsGitHub: false,
  async look({ greeting: { url, date, error }, now }) {
    if (error !== null) return [skipped("GitHub can't be reached.")];
    if (date === null) return [warning(`${url} sent no date.`)];
    const seconds = Math.round((now() - Date.parse(date)) / 1000);
    const off = `The clock is ${Math.abs(seconds)} s ${seconds < 0 ? "behind" : "ahead of"} GitHub's.`;
    const remedy = "Synchronize it with NTP (timedatectl set-ntp true; for a container, on its host).";
    if (Math.abs(seconds) >= REFUSED_FROM)
      return [problem(`${off} GitHub refuses the app's signature.`, remedy)];
    return [
      Math.abs(seconds) >= WARN_FROM ? warning(off, remedy) : ok(`GitHub answers, and the clock is right.`),
    ];
  },
};
