import type { StateWords } from "../language.ts";

export const states: StateWords = {
  inBrackets:
    "in[ -]progress|wip|open|new|started|ongoing|pending|blocked|waiting|on hold|not started|to ?do|urgent|important|" +
    "low|medium|high|critical|p[0-4]|prio ?\\d",
  labels: "wip|in progress|urgent|blocked|on hold",
};
