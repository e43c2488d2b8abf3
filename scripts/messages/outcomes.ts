import { NOTHING, type Outcome } from "./entry.ts";
import { issueOutcomes as issues } from "./issue-outcomes.ts";

/** Reasons that stand for whole repositories: nobody agreed, or nobody can. */
const consent: readonly Outcome[] = [
  {
    says: "… is not among the repositories that the configuration names",
    happens: "nothing is posted there",
    remedy: "add it under `repositories`",
  },
  {
    says: '… is not open to …: there may be no such repository, the app may not be installed there, or it has another owner and does not list … under "accept" in its .github/minutebook.yml, or lists another repository that had this name before',
    happens: "nothing is posted there; which of these it is, is not disclosed without access",
    remedy:
      "check the name, install the app there, and in a repository of another owner: `accept: [owner/minutes]`, with `@` and GitHub's id of it where the name had another owner before",
  },
  {
    says: "the minutes are … and … is …",
    happens: "minutes that fewer people can read are not quoted there; one of the next two follows",
    remedy: "usually nothing: that is what keeps them private",
  },
  {
    says: '…; "quote-private: true" is not set',
    happens: "nothing is posted there",
    remedy: "`quote-private: true`, if everybody agrees",
  },
  {
    says: '…; … does not list … under "accept"',
    happens: "nothing is posted there",
    remedy: "in that repository: `accept: [owner/minutes]`",
  },
  {
    says: "… is archived",
    happens: "nothing is posted there",
    remedy: "name the repository that goes on instead",
  },
  {
    says: "GitHub did not answer for …; the next push tries again",
    happens: "nothing is posted there this time",
    remedy: "push again, or press **Try again**",
  },
  {
    says: "GitHub was not asked about …",
    happens: "nothing is posted there",
    remedy: "please report it: this should not happen",
  },
];

const comments: readonly Outcome[] = [
  { says: "Mentioned on ….", happens: "a comment is posted", remedy: NOTHING },
  { says: "What the minutes say about it changed.", happens: "the comment is edited", remedy: NOTHING },
  {
    says: "The minutes mention it again.",
    happens: "the comment that said they no longer do is edited",
    remedy: NOTHING,
  },
  {
    says: "The minutes moved here from ….",
    happens: "the comment is edited: its links lead to the new place",
    remedy: NOTHING,
  },
  {
    says: "The minutes moved here from …; what it says stays as it is.",
    happens: "only its hidden marker is written, by which it is known again",
    remedy: NOTHING,
  },
  {
    says: "Its minutes cannot be processed, and so it stays.",
    happens: "the comment stays as it is, under the new name of the minutes",
    remedy: "see the check run for why they cannot be processed",
  },
  {
    says: "An issue that it speaks of was opened since.",
    happens: "the comment is edited: it links the issue",
    remedy: NOTHING,
  },
  {
    says: "What the minutes say about it did not change.",
    happens: "the comment stays as it is",
    remedy: NOTHING,
  },
  {
    says: "It stands there twice; the oldest stays.",
    happens: "the younger comment is deleted",
    remedy: NOTHING,
  },
  { says: "No comment: ….", happens: "no comment is posted; the reason follows", remedy: "see there" },
  {
    says: "it is not sure that the minutes mean it",
    happens: "no comment is posted; a warning says why",
    remedy: "write the repository with the number: `owner/name#12`",
  },
  {
    says: "It is not sure any more that the minutes mean it, and so it is left alone.",
    happens: "the comment stays as it is, and is not edited any more",
    remedy: "write the repository with the number, `owner/name#12`, or delete the comment",
  },
  {
    says: "a person deleted the one that stood there",
    happens: "no comment is posted there again for these minutes",
    remedy: "nothing: what people take away stays away",
  },
  {
    says: "A person hid it, and so it is left alone.",
    happens: "the hidden comment is neither edited nor deleted",
    remedy: "show it again on GitHub",
  },
  {
    says: "it is the issue of an action in the minutes",
    happens: "no comment is posted: the issue itself is kept up to date",
    remedy: NOTHING,
  },
  {
    says: "there is no issue, pull request or discussion of this number…",
    happens: "no comment is posted",
    remedy: "mend the number, or say which repository it belongs to: `owner/name#12`",
  },
  {
    says: "it was opened on …, after the meeting of …, so the minutes mean something else",
    happens: "no comment is posted",
    remedy: "write `owner/name#12` for what was meant, or correct the day of the meeting",
  },
  {
    says: "it is locked",
    happens: "no comment is posted or edited",
    remedy: "nothing: who locked it wanted no more",
  },
  {
    says: "it was transferred to a repository that is not open to these minutes",
    happens: "no comment is posted in its new place; the reason follows",
    remedy: "see there",
  },
  {
    says: "GitHub did not answer for it…; the next push tries again",
    happens: "no comment is posted this time",
    remedy: "push again, or press **Try again**",
  },
  {
    says: "GitHub was not asked about it",
    happens: "no comment is posted",
    remedy: "please report it: this should not happen",
  },
  {
    says: "The minutes no longer mention it",
    happens: "the comment is deleted, if nobody reacted or answered",
    remedy: "`comments.unreferenced: keep` lets it stand",
  },
  {
    says: "The minutes were deleted",
    happens:
      "their comments are deleted and their open issues closed, where nobody answered or worked on them",
    remedy: "`comments.unreferenced: keep` lets them stand",
  },
  {
    says: "…; people answered, so the comment stays and says so.",
    happens: "the comment is edited: a line before it says that the minutes no longer mention this",
    remedy: NOTHING,
  },
  {
    says: "people answered, and the comment says so already",
    happens: "the comment stays as it is",
    remedy: NOTHING,
  },
  {
    says: "The minutes no longer say it, and nothing may be posted here any more.",
    happens:
      "what was posted is taken back: the comment is deleted, the note taken out, the issue closed without its words",
    remedy: NOTHING,
  },
  {
    says: "The minutes no longer say it; people answered, so the comment stays without its words.",
    happens: "the comment is edited: it says that what stood there was taken back",
    remedy: "delete it by hand",
  },
  {
    says: "The minutes no longer say it; people worked on its issue, so it stays open without its words.",
    happens: "our part of the issue, and its title where it is ours, say that they were taken back",
    remedy: "close it by hand",
  },
  {
    says: "Not taken back yet: …; this is tried again every hour.",
    happens: "what was posted stays for now",
    remedy: "unarchive the repository, or install the app there again, for as long as it takes",
  },
  { says: "the configuration keeps the comment", happens: "the comment stays as it is", remedy: NOTHING },
  {
    says: "a person hid the comment, and so it is left alone",
    happens: "the comment stays as it is",
    remedy: NOTHING,
  },
];

const milestonesAndLabels: readonly Outcome[] = [
  {
    says: "The minutes speak of it.",
    happens: "the meeting is noted in the milestone's description; what people wrote there stays",
    remedy: NOTHING,
  },
  { says: "The minutes no longer speak of it.", happens: "the note is taken out again", remedy: NOTHING },
  {
    says: "Its minutes moved to ….",
    happens: "the note stays as it is; only its hidden mark is written, by which it is known again",
    remedy: NOTHING,
  },
  { says: "Its note says so already.", happens: "the milestone stays as it is", remedy: NOTHING },
  {
    says: "The minutes speak of it, and the configuration lets it be created.",
    happens: "the milestone is created, with the note",
    remedy: NOTHING,
  },
  { says: "No note: ….", happens: "no note is written; the reason follows", remedy: "see there" },
  {
    says: "No note: … has no milestone ….",
    happens: "no note is written",
    remedy: "create the milestone, or name it under `milestones` and set `releases.create-milestone: true`",
  },
  { says: "A decision sends it to ….", happens: "the issue gets that milestone", remedy: NOTHING },
  {
    says: "A decision moves it from … to ….",
    happens: "the issue goes from the milestone that we had set to that one",
    remedy: NOTHING,
  },
  {
    says: "A later decision sent it to ….",
    happens: "the issue keeps its milestone: these minutes are of an earlier meeting, or said so before",
    remedy: "change it by hand",
  },
  { says: "It is on … already.", happens: "the issue keeps its milestone", remedy: NOTHING },
  {
    says: "A person set …, and so it stays.",
    happens: "the issue keeps its milestone",
    remedy: "change it by hand",
  },
  {
    says: "Milestone not set: ….",
    happens: "the issue gets no milestone; the reason follows",
    remedy: "see there",
  },
  {
    says: "Action issues carry it, and the repository has it not.",
    happens: "the label is created",
    remedy: "`actions.labels: []` does without",
  },
  {
    says: "It was on the agenda for this meeting.",
    happens: "the label is taken off, once the comment stands",
    remedy: "`labels.remove-when-discussed` names those labels",
  },
];

const approval: readonly Outcome[] = [
  {
    says: 'The configuration says "mode: review".',
    happens: "the plan waits",
    remedy: "press **Post this** on the check run",
  },
  {
    says: "It is more than `limits` allow for one push.",
    happens: "the plan waits; how much of it is in repositories that not all readers can read is not said",
    remedy: "look at it, then press **Post this**; `limits` are yours to set",
  },
  {
    says: "There are …; the limit is … for one push.",
    happens: "the plan waits",
    remedy: "look at it, then press **Post this**; `limits` are yours to set",
  },
  {
    says: "The commit that was applied last is not there any more, so nobody can tell which of these minutes are old.",
    happens: "the plan waits: history was rewritten",
    remedy: "look at it, then press **Post this**",
  },
];

/** Every reason of a plan, by what it is about. */
export const outcomes = { consent, comments, issues, milestonesAndLabels, approval } as const;
