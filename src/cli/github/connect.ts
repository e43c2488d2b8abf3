import { makeTokenClients } from "../../github/clients.ts";
import { connectGitHub } from "../../github/connect.ts";
import type { GitHub } from "../../github/port.ts";
import type { Io } from "../io.ts";
import { version } from "../version.ts";
import { findToken } from "./find-token.ts";

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** GitHub under a person's token; `GHE_HOST` and `GHE_PROTOCOL` name a GitHub Enterprise Server, as for the app. */
export async function connect(io: Io): Promise<GitHub> {
  const { Octokit } = await import("@octokit/rest");
  const { GHE_HOST, GHE_PROTOCOL = "https" } = io.env;
  const octokit = new Octokit({
    auth: await findToken(io),
    userAgent: `minutebook/${version}`,
    log: silent,
    ...(GHE_HOST ? { baseUrl: `${GHE_PROTOCOL}://${GHE_HOST}/api/v3` } : {}),
  });
  return connectGitHub(makeTokenClients(octokit));
}
