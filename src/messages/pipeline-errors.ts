import { messagesOf } from "./message.ts";

/** Reading, planning and posting, as the app, the command line and the Action share them. */
export const pipelineErrors = {
  // Each follows a colon: "The plan can't be made: processing it took longer than 10 s."
  "work-time": "processing it took longer than {seconds} s",
  "work-memory": "processing it took more than {memory} MiB of memory",
  "work-result": "processing it gave more than {maximum} MiB",
  "work-stack": "it is nested too deeply",
  "work-ended": "processing it ended its thread",
  "work-all": "processing it and what came before it took longer than {seconds} s",
  "work-failed": "processing it failed ({reason})",
  "no-thread": "No worker thread could be started; this is tried again.",
  "planning-over-budget":
    "The plan for these minutes can't be made, so nothing is changed: {reason}. Push fewer or shorter files at once.",
  "no-such-commit": "There is no commit {commit} in {repository}.",
} as const;

export const pipelineError = messagesOf(pipelineErrors);
