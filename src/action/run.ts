import { readFileSync } from "node:fs";
import { GitHubError } from "../github/errors.ts";
import { md } from "../plan/media/markdown.ts";
import { decideWork, type WorkflowEvent } from "./decide.ts";
import { readingHint } from "./hints.ts";
import { InputError, readInputs, type Inputs } from "./inputs.ts";
import { nothing, type Outcome } from "./outcome.ts";
import { post } from "./post.ts";
import { tell, tellBroken } from "./tell.ts";
import { causeOf } from "../pipeline/report/cause.ts";
import { makeTools } from "./tools.ts";
import { preview } from "./work.ts";

const AGAIN = md`Run the job again once the cause is gone; nothing is posted twice.`;

/** Runs the Action: what the runner gave is read, the work is done and told. Never throws. */
export async function run(): Promise<void> {
  try {
    await tell(await work(readEvent(), readInputs()));
  } catch (error) {
    // Whoever can read the repository can read this.
    const isGitHubs = error instanceof GitHubError;
    const message = isGitHubs ? causeOf(error) : error instanceof Error ? error.message : String(error);
    const refused = error instanceof GitHubError && error.kind === "refused";
    const isInput = error instanceof InputError;
    const isBug = !(isInput || error instanceof GitHubError);
    const told = isBug ? `This is a mistake in Minutebook, please report it: ${message}` : message;
    await tellBroken(told, [...(refused ? [readingHint()] : []), ...(isInput ? [] : [AGAIN])]);
  }
}

async function work(event: WorkflowEvent, inputs: Inputs): Promise<Outcome> {
  const tools = makeTools(inputs);
  // Only a bot's push can be ours; for people's nobody needs to be asked.
  const isBots = event.name === "push" && senderOf(event).endsWith("[bot]");
  const decided = decideWork(event, inputs, isBots ? await tools.github.readViewer(inputs.repository) : null);
  if (decided.kind === "nothing") return nothing(decided.reason);
  if (decided.kind === "preview") return preview(tools, inputs.repository, decided);
  return post(tools, decided, inputs, event.repository);
}

function senderOf({ payload }: WorkflowEvent): string {
  const { sender } = Object(payload) as { readonly sender?: { readonly login?: string } };
  return sender?.login ?? "";
}

function readEvent(): WorkflowEvent {
  const { GITHUB_EVENT_NAME: name = "", GITHUB_EVENT_PATH: path, GITHUB_REPOSITORY = "" } = process.env;
  const payload: unknown = path ? JSON.parse(readFileSync(path, "utf8")) : {};
  return { name, payload, repository: GITHUB_REPOSITORY };
}
