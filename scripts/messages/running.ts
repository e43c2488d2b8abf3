import type { appErrors } from "../../src/messages/app-errors.ts";
import type { pipelineErrors } from "../../src/messages/pipeline-errors.ts";
import type { storageErrors } from "../../src/messages/storage-errors.ts";
import type { Explanations } from "./entry.ts";

export const appExplanations: Explanations<typeof appErrors> = {
  "stop-too-slow": {
    because: "a request to GitHub hung while the app stopped",
    remedy: "nothing: the next start checks whether it was done",
  },
  "registration-code-refused": {
    because: "the code was used, or is older than an hour",
    remedy: "start again",
  },
};

export const storageExplanations: Explanations<typeof storageErrors> = {
  "database-failed": {
    because: "the database is unreachable, full, or refuses the connection",
    remedy: "fix the database; jobs return to the queue by themselves",
  },
  "job-not-readable": {
    because: "another version of Minutebook added the job, so it is kept among the dead jobs",
    remedy: "install the newest version, then run `minutebook doctor --replay`",
  },
  "process-ended": {
    because: "a worker died during the job",
    remedy: "nothing the first time: another worker takes it; if it repeats, check the memory",
  },
  "process-ended-while": {
    because: "the job ended its process twice, so it waits among the dead jobs",
    remedy: "check the minutes it names, then press **Retry**, push, or run `minutebook doctor --replay`",
  },
};

export const pipelineExplanations: Explanations<typeof pipelineErrors> = {
  "no-thread": {
    because: "the machine is overloaded, or has too little memory",
    remedy: "if it repeats, give the machine more",
  },
  "planning-over-budget": {
    because: "planning took more seconds or memory than the [settings](operating.md#settings) allow",
    remedy: "push fewer files at once; nothing of this push is posted until then",
  },
};
