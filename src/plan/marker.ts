import * as z from "zod";

/**
 * Everything that Minutebook posts carries one hidden marker by which it is recognized, even with the ledger lost: an
 * HTML comment with JSON in which `-`, `<` and `>` are escaped, so that nothing in it can end the comment.
 */

const common = {
  /** The marker's version. */
  v: z.literal(1),
  /** The key of the step that wrote it. */
  key: z.string(),
  /** The minutes' repository as it was called then. */
  repository: z.string(),
  /** GitHub's id of that repository, which outlives a rename. null: not known. */
  repositoryId: z.string().nullable().default(null),
  /** The path of the minutes. */
  path: z.string(),
  /** The commit that was read when this was written last. */
  commit: z.string(),
  /** Of the content, commits and numbers of lines left out. */
  hash: z.string(),
};

/** What an earlier meeting has in a comment that a later one was added to. */
const sectionSchema = z.object({
  path: z.string(),
  /** The meeting's day. null: not known. */
  date: z.string().nullable(),
  /** The commit that its line links to. */
  commit: z.string(),
  /** Of its content, when it was posted in full. */
  hash: z.string(),
  said: z.string().optional(),
  /** The commit that it was first posted for. */
  first: z.string().optional(),
  /** What it settled, as plain text. */
  decisions: z.array(z.string()).optional(),
});

const commentMarker = z.object({
  ...common,
  kind: z.literal("comment"),
  /** `owner/repo#number`. */
  target: z.string(),
  /** The meeting's day. null: not known. */
  date: z.string().nullable().default(null),
  /** The minutes no longer mention the issue, and the comment says so. */
  gone: z.boolean().default(false),
  /** The commit that it was first posted for. Absent: it was written before that was kept. */
  first: z.string().optional(),
  /** Hashes of the sentences that it says, one after the other. Absent: it was written before they were kept. */
  said: z.string().optional(),
  /** What the meeting settled, as plain text: it stays where a later meeting is added. */
  decisions: z.array(z.string()).optional(),
  /** Earlier meetings of the same minutes' repository that this comment has a line for, the newest first. */
  earlier: z.array(sectionSchema).optional(),
});

const carriedOverSchema = z.object({
  path: z.string(),
  date: z.string().nullable(),
  text: z.string(),
  owners: z.array(z.string()),
  done: z.boolean(),
  /** Its line in the issue, as Markdown. */
  note: z.string(),
});

const issueMarker = z.object({
  ...common,
  kind: z.literal("issue"),
  /** What the action said, without who does it and by when: by this it is recognized. */
  text: z.string(),
  owners: z.array(z.string()),
  topic: z.array(z.string()),
  /** Fingerprints of the targets that it was about, by its own words or its place. Absent: none, or not known. */
  about: z.array(z.string()).optional(),
  /** The meeting's day. */
  date: z.string().nullable(),
  done: z.boolean(),
  /** Hash of the last title that we gave; another one was given by a person. */
  titleHash: z.string(),
  /** What we set last; whatever differs was changed by a person. */
  labels: z.array(z.string()),
  assignees: z.array(z.string()),
  milestone: z.string().nullable(),
  /** Later minutes that carry the action over. */
  also: z.array(carriedOverSchema).default([]),
  /** The minutes no longer contain the action, and the issue says so. */
  gone: z.boolean().default(false),
  /** The commit that it was first opened for. Absent: it was opened before that was kept. */
  first: z.string().optional(),
  /** A person took it back: it was closed, and only a person or a later meeting opens it again. Absent: nobody did. */
  undone: z.literal(true).optional(),
});

const schema = z.discriminatedUnion("kind", [commentMarker, issueMarker]);

export type CommentMarker = z.output<typeof commentMarker>;
export type CommentSection = z.output<typeof sectionSchema>;
export type IssueMarker = z.output<typeof issueMarker>;
export type CarriedOver = z.output<typeof carriedOverSchema>;
export type Marker = CommentMarker | IssueMarker;

const MARKER = /<!-- minutebook:(?:comment|issue) (\{[^<>-]*\}) -->/g;

const ESCAPES: Readonly<Record<string, string>> = { "-": "\\u002d", "<": "\\u003c", ">": "\\u003e" };

/** The hidden HTML comment. */
export function renderMarker(marker: Marker): string {
  return `<!-- minutebook:${marker.kind} ${escaped(marker)} -->`;
}

/** What a part of a marker takes in a body, in UTF-16 units. */
export function escapedLength(part: unknown): number {
  return escaped(part).length;
}

function escaped(value: unknown): string {
  return JSON.stringify(value).replace(/[-<>]/g, (character) => ESCAPES[character] ?? "");
}

/** A marker and where it is in a body. */
export interface MarkerPlace {
  readonly marker: Marker;
  readonly start: number;
  readonly end: number;
}

/**
 * The marker in a body that Minutebook wrote. A comment's is at its end: whatever is before it is quoted. An issue's
 * begins Minutebook's section: people may have pasted what is after it.
 *
 * @returns null where there is none, or none that this version understands.
 */
export function locateMarker(body: string): MarkerPlace | null {
  const places = [...body.matchAll(MARKER)].flatMap((match) => {
    const marker = parseMarker(match[1] ?? "");
    return marker === null ? [] : [{ marker, start: match.index, end: match.index + match[0].length }];
  });
  return places.find(({ marker }) => marker.kind === "issue") ?? places.at(-1) ?? null;
}

/** The marker in a body that Minutebook wrote, or null. */
export function findMarker(body: string): Marker | null {
  return locateMarker(body)?.marker ?? null;
}

function parseMarker(json: string): Marker | null {
  try {
    return schema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
