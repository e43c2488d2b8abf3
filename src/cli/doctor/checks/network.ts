import { type Check, findingsOf } from "../doctor.ts";

const { problem } = findingsOf("network");

/** Whether GitHub is reached; where it is, the other checks say so. */
export const network: Check = {
  name: "network",
  needsGitHub: false,
  async look({ greeting: { url, error } }) {
    if (error === null) return [];
    return [
      problem(`${url} can't be reached: ${error}`, "Check the network, the proxy settings and GHE_HOST."),
    ];
  },
};
