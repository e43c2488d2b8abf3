import { gitHubMessage } from "../messages/github-errors.ts";
import { fileProblem } from "../messages/reasons/file-problems.ts";
import { z } from "zod";
import type { RepositoryName } from "../minutes/meeting.ts";
import { findUnreadable } from "../minutes/unreadable.ts";
import type { Client } from "./client.ts";
import { isMissing } from "./errors.ts";
import { takePart, takeWhole, type GraphQLAnswer } from "./graphql-answer.ts";
import type { FileName, FileReading } from "./port.ts";
import { QueryBuilder, withAliases } from "./query-builder.ts";
import { UnansweredError } from "./read-answer.ts";
import { readTree } from "./trees.ts";
import { partsOf } from "../minutes/repository-name.ts";

/** Minutes longer than this are a mistake, in bytes. */
const MAX_BYTES = 1024 * 1024;

/** Files asked for in one request. */
export const FILES_PER_REQUEST = 100;

const BLOB = z.object({
  __typename: z.literal("Blob"),
  oid: z.string(),
  byteSize: z.number(),
  isBinary: z.boolean().nullable(),
  isTruncated: z.boolean(),
  text: z.string().nullable(),
});

/** null: no such file. */
const OBJECT = z
  .discriminatedUnion("__typename", [BLOB, z.object({ __typename: z.enum(["Tree", "Commit", "Tag"]) })])
  .nullable();

/** What is at a path. */
type GitObject = z.infer<typeof OBJECT>;

/**
 * Reads files at commits: all in one GraphQL request, and one more for each whose text GraphQL does not give whole.
 *
 * @returns one reading for each file asked for, in their order
 */
export async function readFiles(
  client: Client,
  repository: RepositoryName,
  wanted: readonly FileName[],
): Promise<readonly FileReading[]> {
  const readings: FileReading[] = [];
  for (let start = 0; start < wanted.length; start += FILES_PER_REQUEST) {
    const part = wanted.slice(start, start + FILES_PER_REQUEST);
    const builder = new QueryBuilder();
    const { text, variables } = builder.build(selectFiles(builder, repository, part));
    const objects = await client.query(text, variables, (answer) => takeFiles(answer, "repository", part));
    readings.push(...(await toReadings(client, repository, part, objects)));
  }
  return readings;
}

/** What asks for these files, at most a hundred. */
export function selectFiles(
  builder: QueryBuilder,
  repository: RepositoryName,
  wanted: readonly FileName[],
): string {
  const blobs = withAliases("f", wanted).map(({ alias, value }) => {
    const expression = builder.variable("String!", `${value.commit}:${value.path}`);
    return `${alias}: object(expression: ${expression}) { __typename ... on Blob { oid byteSize isBinary isTruncated text } }`;
  });
  return `${builder.repository(repository)} {\n__typename\n${blobs.join("\n")}\n}`;
}

/** What an answer to `selectFiles` has, in the order of the files asked for. None of it may be refused. */
export function takeFiles(
  answer: GraphQLAnswer,
  alias: string,
  wanted: readonly FileName[],
): readonly GitObject[] {
  takeWhole(answer, [alias], z.looseObject({}));
  return withAliases("f", wanted).map((file) => takePart(answer, [alias, file.alias], OBJECT));
}

/** The files of an answer; one more request for each whose text GraphQL does not give whole. */
export async function toReadings(
  client: Client,
  repository: RepositoryName,
  wanted: readonly FileName[],
  objects: readonly GitObject[],
): Promise<readonly FileReading[]> {
  const readings: FileReading[] = [];
  for (const [index, name] of wanted.entries()) {
    readings.push({ ...name, ...(await toReading(client, repository, objects[index] ?? null)) });
  }
  return readings;
}

type Content = Pick<FileReading, "text" | "problem">;

async function toReading(client: Client, repository: string, blob: GitObject): Promise<Content> {
  if (blob === null) return { text: null, problem: null };
  if (blob.__typename !== "Blob") {
    return { text: null, problem: fileProblem("file-not-a-file") };
  }
  const { oid, byteSize, isBinary, isTruncated, text } = blob;
  if (byteSize > MAX_BYTES) return tooLong(byteSize);
  // GraphQL replaces bytes that are no UTF-8. Text that is as long as the file has lost none.
  const whole = typeof text === "string" && isTruncated !== true && Buffer.byteLength(text) === byteSize;
  if (whole && isBinary !== true) return asMinutes(text);
  return decode(await readBlob(client, repository, oid));
}

/**
 * Reads a file by the tree of its commit: GraphQL, which is asked by the path, may lag, and does not find a name that
 * is no UTF-8.
 */
export async function readFileByTree(
  client: Client,
  repository: RepositoryName,
  name: FileName,
): Promise<FileReading> {
  const sha = (await readTree(client, repository, name.commit)).get(name.path);
  if (sha === undefined) return { ...name, text: null, problem: null };
  const bytes = await readBlob(client, repository, sha);
  return { ...name, ...(bytes.length > MAX_BYTES ? tooLong(bytes.length) : decode(bytes)) };
}

function tooLong(bytes: number): Content {
  const size = (bytes / MAX_BYTES).toFixed(1);
  return { text: null, problem: fileProblem("file-too-large", { size }) };
}

const CONTENT = z.object({ content: z.string(), size: z.number().nullish() });

/** A file that was listed, so that it is there. */
async function readBlob(client: Client, repository: string, sha: string): Promise<Uint8Array> {
  const { owner, repo } = partsOf(repository);
  const { content, size } = await getBlob(client, { owner, repo, file_sha: sha });
  const bytes = Buffer.from(content, "base64");
  if (size === null || size === undefined || bytes.length === size) return bytes;
  throw new UnansweredError(gitHubMessage("blob-truncated", { received: bytes.length, size, file: sha }));
}

type BlobName = { readonly owner: string; readonly repo: string; readonly file_sha: string };

async function getBlob(client: Client, asked: BlobName): Promise<z.infer<typeof CONTENT>> {
  try {
    return await client.get("GET /repos/{owner}/{repo}/git/blobs/{file_sha}", { ...asked }, CONTENT);
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new UnansweredError(gitHubMessage("blob-not-shown", { file: asked.file_sha }));
  }
}

function decode(bytes: Uint8Array): Content {
  if (bytes.includes(0)) return { text: null, problem: fileProblem("file-binary") };
  try {
    return asMinutes(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return { text: null, problem: fileProblem("file-not-utf8") };
  }
}

function asMinutes(text: string): Content {
  const problem = findUnreadable(text);
  return problem === null ? { text, problem } : { text: null, problem };
}
