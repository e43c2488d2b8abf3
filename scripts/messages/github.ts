import type { Entry } from "./entry.ts";

const retried = "nothing: it is tried again by itself, for a day";

/** Of a plan that is applied: from `src/github/` and `src/pipeline/`, on the check run and in the log. */
export const gitHubMessages: readonly Entry[] = [
  {
    says: "– it needs …: …",
    because: "GitHub refused a request because a permission is missing",
    remedy: "grant it where the message says; [permissions](permissions.md) says what it is for",
  },
  {
    says: "No answer from GitHub: …",
    because: "GitHub was too slow or away, or the network was",
    remedy: retried,
  },
  {
    says: "GitHub does not show … at the head of … yet, which was pushed there.",
    because: "GitHub's copies lag, or the push was undone before its webhook came",
    remedy: retried,
  },
  {
    says: "GitHub shows … at the head of …, which is older than …, which was there before.",
    because: "GitHub's copies lag, or somebody set the branch back and its webhook was lost",
    remedy: "nothing: it is asked three times, and what it says then counts",
  },
  {
    says: "GitHub lists … issues of ours in …, and counts ….",
    because: "the list was cut short; going by it would open issues a second time",
    remedy: retried,
  },
  {
    says: "The minutes of one account name more than … repositories an hour where the app may be installed.",
    because: "the app is asked where it is installed under a limit that everybody shares",
    remedy:
      "take repositories out of the configuration where the app is not installed; it is tried again by itself",
  },
  {
    says: "The minutes of one account need more than … tokens an hour.",
    because:
      "each set of repositories that minutes name needs a token of its own, asked for under a limit that everybody shares",
    remedy: "nothing: it is tried again by itself; change the repositories of the configuration less often",
  },
  {
    says: "… is to be read, and something would have been written there.",
    because: "a preview tried to post: a mistake of ours, which was stopped",
    remedy: "please report it; nothing was posted",
  },
  {
    says: "The app is not installed on …, or there is no such repository.",
    because: "the name is wrong, or nobody installed the app there",
    remedy: "fix the name, or install it",
  },
  {
    says: "There is no such repository, or we may not see it.",
    because: "the name is wrong, or the app or token has no access",
    remedy: "fix the name, or give access",
  },
  {
    says: "There is no …#…, or we may not see it.",
    because: "the number is wrong, or the issue was deleted",
    remedy: "fix the number",
  },
  {
    says: "… cannot be read: …",
    because: "the minutes' repository was renamed, deleted, or is not shared with the app or token",
    remedy: "give access again",
  },
  {
    says: "GitHub's list of the comments of … leaves out one of ours that stands there.",
    because: "GitHub's lists lag behind for some seconds",
    remedy: retried,
  },
  {
    says: "GitHub allows only so many posts an hour; this one is made in … minutes.",
    because:
      "500 posts an hour are GitHub's limit, of which one repository of minutes leaves some to the others",
    remedy: retried,
  },
  {
    says: "GitHub does not show the issue …#…, which Minutebook opened.",
    because: "the app may not read issues there any more",
    remedy: "give the permission again",
  },
  {
    says: "GitHub leaves out the issue …#…, which stands there.",
    because: "GitHub's answers lag behind for some seconds",
    remedy: retried,
  },
  {
    says: "GitHub lists … at … of …, and does not show it.",
    because: "GitHub's answers lag behind, or one of its parts is away",
    remedy: retried,
  },
  {
    says: "GitHub lists no files for the commit …, which has some.",
    because: "GitHub's answers lag behind, or one of its parts is away",
    remedy: retried,
  },
  {
    says: "Someone changed … in the meantime.",
    because: "a person, or other minutes, changed the issue or the milestone after the plan was made",
    remedy: "nothing with the app, which plans it again; run it again on the command line and in the Action",
  },
  {
    says: "The issue …#… was moved a moment ago.",
    because: "a person moved it to another repository after the plan was made",
    remedy: retried,
  },
  {
    says: "GitHub lists milestones of … once, and none the other time.",
    because: "GitHub's answers lag behind, or one of its parts is away",
    remedy: retried,
  },
  {
    says: "A step failed",
    because: "GitHub refused it; the cause is next to it",
    remedy: "as its cause says",
  },
  {
    says: "GitHub left something out",
    because: "GitHub took a request and dropped a label or an assignee of it without a word",
    remedy: "people who cannot be assigned need access to the repository",
  },
  {
    says: "The check run could not be written",
    because: "the permission Checks is missing, or GitHub was away",
    remedy: "grant it; what was to be posted was posted all the same",
  },
  {
    says: "The pull request to the minutes could not be written",
    because: "a permission is missing, or the branch is protected",
    remedy: "grant Contents and Pull requests, or set `actions.write-back: off`",
  },
  {
    says: "Link issues in …",
    because: "this is the title of the pull request that brings links back",
    remedy: "merge it, or close it: then nothing more is offered for that file until it is opened again",
  },
  {
    says: "it goes to a fork",
    because: "the repository that it was forked from posts its minutes",
    remedy: "merge them there; a team's own minutes belong into a repository that is no fork",
  },
  { says: "it pushes a tag", because: "minutes are read on the default branch", remedy: "nothing" },
  { says: "it deletes a branch", because: "there is nothing to read", remedy: "nothing" },
  {
    says: "it is not on the default branch",
    because: "minutes count once they are merged",
    remedy: "merge them",
  },
  { says: "it is our own", because: "the app does not answer itself", remedy: "nothing" },
];
