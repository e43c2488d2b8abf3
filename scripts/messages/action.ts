import type { Entry } from "./entry.ts";

const nothing = "nothing";

/** From `src/action/`, on the run of a workflow. */
export const actionMessages: readonly Entry[] = [
  {
    says: 'Unexpected read-seconds "…", expected seconds, at most ….',
    because: "the input is no number of seconds",
    remedy: "write a number such as `10`, or leave it out",
  },
  {
    says: "Nothing to do.",
    because: "the event changed no minutes",
    remedy: "nothing",
  },
  {
    says: "The token doesn't have all the permissions it needs. If it is the workflow's own token, add these lines to the job: …",
    because: "the job's `permissions` leave something out",
    remedy: "copy the lines into the job",
  },
  {
    says: "The workflow's own token has access to … only. For …, pass the token of an app that is installed there, or a personal access token, as `token`.",
    because: "the minutes mention other repositories",
    remedy: "[to other repositories](action.md#to-other-repositories)",
  },
  {
    says: "Give paths or from, not both.",
    because: "each says what is to be posted",
    remedy: "take one out",
  },
  {
    says: '"mode: apply" posts nothing for a pull request: leave it at auto, or use plan.',
    because: "what is on a pull request is not agreed yet",
    remedy: "`mode: auto` shows it",
  },
  {
    says: 'Unexpected mode "…", expected auto, plan or apply.',
    because: "the input knows only those words",
    remedy: "take one",
  },
  {
    says: 'Unexpected repository "…", expected "owner/name".',
    because: "the input is an address, or has no owner",
    remedy: "write `owner/name`",
  },
  {
    says: 'Unexpected from "…", expected the 40 digits of a commit.',
    because: "short names of commits and branches may move",
    remedy: "write the whole commit",
  },
  {
    says: "There is no token. Leave it out for the workflow's own.",
    because: "`token` was given and is empty, often a secret that is not there",
    remedy: "take it out, or set the secret",
  },
  { says: "The push is left alone: ….", because: "as it says", remedy: nothing },
  { says: "The pull request is closed.", because: "there is nothing to show any more", remedy: nothing },
  {
    says: "The pull request is not to be merged into ….",
    because: "minutes count on the default branch",
    remedy: nothing,
  },
  {
    says: "Nothing is posted for a pull request of another repository.",
    because: "`repository` names other minutes than those of the workflow's own repository",
    remedy: "run it on another event, such as a schedule",
  },
  {
    says: "Nothing is posted from a fork.",
    because: "its minutes are those of the repository that it was forked from, which posts them itself",
    remedy: nothing,
  },
];
