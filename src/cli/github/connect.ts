import type { GitHub } from "../../github/port.ts";
import { connectToken } from "../../github/connect-token.ts";
import { apiUrl } from "../../github/token-octokit.ts";
import type { Io } from "../io.ts";
import { version } from "../../pipeline/version.ts";
import { findToken } from "./find-token.ts";

/** GitHub under a person's token; `GHE_HOST` and `GHE_PROTOCOL` name a GitHub Enterprise Server, as for the app. */
export async function connect(io: Io): Promise<GitHub> {
  return connectToken({
    token: await findToken(io),
    baseUrl: apiUrl(io.env.GHE_HOST, io.env.GHE_PROTOCOL),
    userAgent: `minutebook/${version}`,
  });
}
