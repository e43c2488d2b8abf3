import { loadOperations, type Operation } from "./openapi.ts";

/** An operation found for a request, with what its path holds, decoded. */
export interface Match {
  readonly operation: Operation;
  readonly path: Readonly<Record<string, string>>;
}

interface Pattern {
  readonly expression: RegExp;
  readonly names: readonly string[];
}

let operations: ReadonlyMap<string, readonly Operation[]> | undefined;
const patterns = new WeakMap<Operation, Pattern>();

/** Literal segments win over parameters: `/issues/comments` is no issue number. */
function sortKey(operation: Operation): string {
  return operation.template.replace(/\{[^{}]+\}/g, "\uffff");
}

/** Longer paths are tried first: a ref may hold slashes, and `commits/{ref}` would take `commits/main/check-runs`. */
function depth(operation: Operation): number {
  return operation.template.split("/").length;
}

function toPattern(operation: Operation): Pattern {
  const names: string[] = [];
  const multi = new Set(operation.parameters.filter((p) => p["x-multi-segment"]).map((p) => p.name));
  const source = operation.template
    .split("/")
    .map((segment) =>
      segment.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{([^{}]+)\}/g, (_all, name: string) => {
        names.push(name);
        return multi.has(name) ? "(.+)" : "([^/]+)";
      }),
    )
    .join("/");
  return { names, expression: new RegExp(`^${source}$`) };
}

function patternOf(operation: Operation): Pattern {
  const pattern = patterns.get(operation) ?? toPattern(operation);
  patterns.set(operation, pattern);
  return pattern;
}

/** Whether the first words of a path that a template names are the path's: most operations differ in them. */
function mayMatch(operation: Operation, segments: readonly string[]): boolean {
  const wanted = operation.template.split("/");
  const isLonger = operation.parameters.some((p) => p["x-multi-segment"]);
  if (isLonger ? segments.length < wanted.length : segments.length !== wanted.length) return false;
  return isLonger || wanted.every((word, at) => word.includes("{") || word === segments[at]);
}

/** By method and first segment, so that a request is held against few of them. */
function bucket(method: string, path: string): string {
  return `${method} ${path.split("/")[1] ?? ""}`;
}

function loadByBucket(): ReadonlyMap<string, readonly Operation[]> {
  operations ??= Map.groupBy(
    loadOperations().toSorted((a, b) => depth(b) - depth(a) || (sortKey(a) < sortKey(b) ? -1 : 1)),
    ({ method, template }) => bucket(method, template),
  );
  return operations;
}

/** The operation that GitHub describes for this method and path (without `/api/v3`), or undefined. */
export function matchOperation(method: string, path: string): Match | undefined {
  // The root of a repository's contents is asked for with and without a slash at the end.
  const wanted = path.replace(/(\/contents)\/?$/, "$1/%20").replace(/(.)\/$/, "$1");
  const segments = wanted.split("/");
  for (const operation of loadByBucket().get(bucket(method, wanted)) ?? []) {
    if (!mayMatch(operation, segments)) continue;
    const { names, expression } = patternOf(operation);
    const values = expression.exec(wanted)?.slice(1);
    if (values === undefined) continue;
    const decoded = values.map((value) => decodeURIComponent(value).trim());
    return { operation, path: Object.fromEntries(names.map((name, i) => [name, decoded[i] ?? ""])) };
  }
  return undefined;
}
