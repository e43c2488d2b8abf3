import { NOTHING, type Outcome } from "./entry.ts";

/** Reasons of what becomes of the issues of actions. */
export const issueOutcomes: readonly Outcome[] = [
  { says: "A new action….", happens: "an issue is opened", remedy: NOTHING },
  {
    says: "The minutes tell of it.",
    happens: "the open issue is edited where the minutes changed",
    remedy: NOTHING,
  },
  {
    says: "What the minutes say about it changed",
    happens: "our part of the issue is edited; what people wrote stays",
    remedy: NOTHING,
  },
  {
    says: "Its labels, assignees or milestone are to change",
    happens: "they are changed; what people set stays",
    remedy: NOTHING,
  },
  {
    says: "… A person took the end of our part out of its text, and nobody can tell our words there from theirs.",
    happens: "our new part comes below, and what stood there stays",
    remedy: "remove by hand what should go",
  },
  { says: "Nothing about it changed.", happens: "the issue stays as it is", remedy: NOTHING },
  { says: "It is done, say the minutes.", happens: "the issue is closed as completed", remedy: NOTHING },
  { says: "It is done already, say the minutes.", happens: "no issue is opened", remedy: NOTHING },
  {
    says: "It was dropped, say the minutes.",
    happens: "the issue is closed as not planned",
    remedy: NOTHING,
  },
  { says: "It was dropped already, say the minutes.", happens: "no issue is opened", remedy: NOTHING },
  { says: "It is done and closed.", happens: "the issue stays closed", remedy: NOTHING },
  {
    says: "The minutes tell of it again as not done.",
    happens: "the issue is opened again, if it was closed by us",
    remedy: NOTHING,
  },
  {
    says: "A person closed it, and so it stays closed.",
    happens: "the issue stays closed",
    remedy: "open it again by hand, if it is not done",
  },
  {
    says: "A person opened it again, and so it stays open.",
    happens: "the issue stays open",
    remedy: "close it by hand, if it is done",
  },
  {
    says: "A person took our part out of it, and so it is left alone.",
    happens: "the issue is never touched again",
    remedy: NOTHING,
  },
  {
    says: "A person deleted its issue, and so no other is opened.",
    happens: "the action has no issue any more",
    remedy: "open an issue by hand, if one is wanted",
  },
  {
    says: "A person moved its issue to another repository, and so it is left alone.",
    happens: "the issue is never touched again; no second one is opened",
    remedy: "close it by hand, if the action is done",
  },
  {
    says: "It repeats #….",
    happens: "a second issue for the same action is closed as not planned, if it is untouched",
    remedy: NOTHING,
  },
  {
    says: "The minutes no longer hold this action",
    happens: "the issue is closed as not planned, if nobody worked on it",
    remedy: "write the action again, or open the issue again by hand",
  },
  {
    says: "…; people worked on it, so it stays open.",
    happens: "the issue stays open and says so",
    remedy: NOTHING,
  },
  { says: "…; a person keeps it open.", happens: "the issue stays open", remedy: NOTHING },
  { says: "…; it is closed.", happens: "the issue stays closed", remedy: NOTHING },
  {
    says: "…; the configuration keeps what was posted.",
    happens: "the issue stays as it is",
    remedy: NOTHING,
  },
  { says: "No issue: ….", happens: "no issue is opened; the reason follows", remedy: "see there" },
  {
    says: "issues are switched off in …",
    happens: "no issue is opened",
    remedy: "switch them on in that repository's settings, or name another under `actions.repository`",
  },
];
