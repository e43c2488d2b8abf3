import type { GitHub } from "../../github/port.ts";
import { connectToken } from "../../github/connect-token.ts";
import { apiUrl } from "../../github/token-octokit.ts";
import { readConfiguration } from "../../pipeline/configuration.ts";
import { budgetOf } from "../budget.ts";
import type { Io } from "../io.ts";
import { version } from "../../pipeline/version.ts";
import { findToken } from "./find-token.ts";
import { readingTools } from "./reading-tools.ts";

/** GitHub under a person's token; `GHE_HOST` and `GHE_PROTOCOL` name a GitHub Enterprise Server, as for the app. */
export async function connect(io: Io): Promise<GitHub> {
  const access = {
    token: await findToken(io),
    baseUrl: apiUrl(io.env.GHE_HOST, io.env.GHE_PROTOCOL),
    userAgent: `minutebook/${version}`,
  };
  const reading = readingTools(budgetOf({}, io));
  return connectToken(access, (text, path) => readConfiguration(reading, text, path));
}
