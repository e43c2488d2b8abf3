import type { Entry } from "./entry.ts";

/** From `src/cli/`, on standard error. */
export const commandLineMessages: readonly Entry[] = [
  {
    says: "Expected a number of seconds above 0.",
    because: "`--read-seconds` has something else behind it",
    remedy: "write a number such as `10`",
  },
  {
    says: 'Unexpected READ_SECONDS="…", expected a number of seconds above 0.',
    because: "the environment says something else",
    remedy: "set a number such as `10`, or take it out",
  },
  {
    says: "The plan for these minutes … to make. Plan fewer of them at once.",
    because: "making the plan took more seconds than it may take",
    remedy: "name fewer files, or allow more with `--read-seconds`",
  },
  {
    says: "The configuration … to read. Make it shorter.",
    because: "reading the configuration took more seconds than one file may take",
    remedy: "make it shorter",
  },
  {
    says: "Minutebook needs Node … or newer; this is Node ….",
    because: "the Node on the PATH is too old",
    remedy: "install a newer one, or as the next lines say",
  },
  {
    says: "Install a newer one (https://nodejs.org), or let npm bring one along for this run:",
    because: "as above",
    remedy: "run the line below it, with your command instead of `--help`",
  },
  {
    says: "npx --yes --package node@24 --package minutebook minutebook --help",
    because: "as above",
    remedy: "as above",
  },
  {
    says: "In a clone, the packages bring it along:",
    because: "as above, in a clone of Minutebook",
    remedy: "run the line below it there, with your command instead of `--help`",
  },
  {
    says: "npm run --silent minutebook -- --help",
    because: "as above",
    remedy: "as above",
  },
  {
    says: "The configuration is wrong; nothing was read. …",
    because: "each problem follows, with file, line and column",
    remedy: "fix them: [in the configuration](#in-the-configuration)",
  },
  {
    says: "The configuration … cannot be read: ….",
    because: "`--config` names a file that is not there, or may not be read",
    remedy: "check the path",
  },
  { says: "there is no such file", because: "the end of the line above", remedy: "check the path" },
  {
    says: "The folder cannot be read: …. Check its permissions, or name another.",
    because: "a folder below the one that was named belongs to somebody else",
    remedy: "name the folder that holds the minutes",
  },
  {
    says: "There are no minutes in …. The configuration's globs are: …",
    because: "no file in the folder fits the globs",
    remedy: "name the files themselves, or set `minutes` in the configuration",
  },
  {
    says: "Could not determine the minutes' repository. Add --repository owner/name.",
    because: "there is no git remote `origin`, and no configuration says it",
    remedy: "`--repository owner/name`",
  },
  {
    says: "… Assuming that the minutes are in …; change that with --repository.",
    because: "as above, and a guess could be made",
    remedy: "`--repository owner/name`, if it is wrong",
  },
  {
    says: 'Expected "owner/name".',
    because: "`--repository` was given something else",
    remedy: "write owner and name",
  },
  {
    says: "No token for GitHub is known. Set GH_TOKEN, or sign in with: gh auth login.",
    because: "`plan --github` and `apply` ask GitHub",
    remedy: "set `GH_TOKEN`, or install GitHub's command line and sign in",
  },
  {
    says: "GitHub is not reached.",
    because: "the network is away, or `GHE_HOST` is wrong; the lines that need it are left out",
    remedy: "check both",
  },
  {
    says: "… is empty: there are no minutes to post.",
    because: "the repository has no commit",
    remedy: "push the minutes",
  },
  {
    says: 'There are no such minutes at … of …. Push them first, or check the globs under "minutes".',
    because: "GitHub has no such file at the head of the default branch, or the globs leave it out",
    remedy: "push it, or fix the globs",
  },
  {
    says: "The configuration on GitHub is wrong; nothing is posted. …",
    because: "what counts is the configuration on GitHub, not the one on disk",
    remedy: "fix it and push it",
  },
  {
    says: "… already exists and is not changed. --print shows what init would write.",
    because: "`init` never overwrites",
    remedy: "`minutebook init --print`",
  },
  {
    says: "There are no minutes in …. They are looked for in folders and files that are named after meetings, minutes or notes; name yours under `minutes` in .github/minutebook.yml.",
    because: "`init` found nothing to look at",
    remedy: "write a configuration with your globs by hand",
  },
  {
    says: "Nothing was done. --yes does it without asking.",
    because: "the answer was no, or there is no terminal to ask on",
    remedy: "`--yes`",
  },
  {
    says: "… of … were not done. Run it again for the rest.",
    because: "GitHub refused, or it was stopped",
    remedy: "run it again: nothing is posted twice",
  },
  {
    says: "Not all pull requests to the minutes were written. Run it again for the rest.",
    because: "GitHub refused one, as the line above says, or it was stopped before",
    remedy:
      "let the token write contents and pull requests in the repository of the minutes, then run it again",
  },
  {
    says: "The plan … cannot be read: ….",
    because: "the file is not there, or is no JSON",
    remedy: "check the path",
  },
  {
    says: "… has plan version …; this version of Minutebook reads plan version …. Make it again with minutebook plan --out.",
    because: "the plan was kept by an earlier or later version of Minutebook",
    remedy: "make the plan again",
  },
  {
    says: "… is no plan of minutebook plan --out: …: …",
    because: "the file is something else, or another version wrote it",
    remedy: "make it again with `minutebook plan --out`",
  },
  {
    says: "The minutes moved on since … was made: they were at … and are at …. …",
    because: "somebody pushed in between, and what you looked at is not what would be done",
    remedy: "make the plan again, and look at it",
  },
  {
    says: "GitHub moved on since … was made; nothing was done. What differs first: …. …",
    because: "somebody commented, closed or edited in between",
    remedy: "make the plan again, and look at it",
  },
  {
    says: "The plan cannot be written to …: ….",
    because: "the folder is not there, or may not be written to",
    remedy: "check the path",
  },
  {
    says: "Give a plan or paths, not both.",
    because: "a plan says already which minutes it is about",
    remedy: "take one out",
  },
  {
    says: "Stopping after this step; Ctrl-C again stops at once.",
    because: "Ctrl-C was pressed",
    remedy: "wait a moment",
  },
  {
    says: "Stopped: … of … are left. Run it again for the rest; nothing is posted twice.",
    because: "Ctrl-C was pressed",
    remedy: "run it again",
  },
  { says: "Stopped. Run it again for the rest.", because: "Ctrl-C was pressed", remedy: "run it again" },
  {
    says: "Expected a day such as 2025-01-31, or a commit's id of at least 7 digits.",
    because: "`--from` was given something else",
    remedy: "write it so",
  },
  {
    says: "Expected a whole number above 0.",
    because: "`--limit` was given something else",
    remedy: "write digits alone",
  },
  {
    says: '… has switched Minutebook off ("mode: off"); nothing is posted.',
    because: "the configuration says so",
    remedy: "`mode: review` or `mode: auto` switches it on",
  },
  { says: "… is left out: …", because: "as it says", remedy: "fix it, and run it again" },
  {
    says: "no meeting date found",
    because: "with `--from` and a day, minutes without one cannot be placed",
    remedy: "add the day to the minutes, or give a commit",
  },
  {
    says: "the file cannot be read",
    because: "it is too long, binary, or no UTF-8",
    remedy: "[in minutes](#in-minutes)",
  },
  {
    says: "There is no commit … in ….",
    because: "`--from` names a commit that is not there any more",
    remedy: "give a later one",
  },
  {
    says: "the last push waits for approval, or is not applied yet. Start it again after that.",
    because: "with `mode: review` a backfill by the app posts nothing of a push that nobody approved",
    remedy: "approve the push on its check run, or wait until it is applied, and start the backfill again",
  },
  {
    says: "the minutes or their configuration changed since it was started. Start it again for the rest.",
    because:
      "with `mode: review` a backfill by the app is for the minutes and the configuration at its start",
    remedy: "start it again: what it posted stays and is not posted twice",
  },
  {
    says: "The app makes no dry run. Leave --app out: a token shows the same plans.",
    because: "`backfill --app` lets the app post, and `--dry-run` wants to see",
    remedy: "`backfill --dry-run` with a token",
  },
  {
    says: "Nothing was done. --dry-run shows what would be posted, --yes does it without asking.",
    because: "the answer was no, or there is no terminal to ask on",
    remedy: "`--dry-run`, or `--yes`",
  },
  {
    says: "… alone is more than … allows; nothing was done. Allow more.",
    because: "one file needs more changes than `--limit`, and files are not split",
    remedy: "a higher `--limit`",
  },
  {
    says: "… is reached before …. Run it again for the rest.",
    because: "`--limit` is used up",
    remedy: "run it again",
  },
  {
    says: "… not finished. Fix the causes, then run it again.",
    because: "GitHub refused something; the causes stand above",
    remedy: "fix them, and run it again",
  },
  { says: "There is no folder ….", because: "the path is wrong", remedy: "check it" },
  {
    says: "… cannot be written (…): … will be planned again next time.",
    because: "the file that remembers what is done cannot be written",
    remedy: "give it a folder: `XDG_STATE_HOME`. Nothing is posted twice without it",
  },
  { says: "… On with … in ….", because: "GitHub asks for patience", remedy: "nothing: it goes on by itself" },
  {
    says: "This is a mistake in Minutebook, please report it: …",
    because: "something unexpected happened",
    remedy: "report it with the lines that follow",
  },
];
