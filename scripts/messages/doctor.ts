import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { childrenOf, isNode, nameOf, type Node, parseSource, plain, textOf } from "./syntax.ts";

/** What `minutebook doctor` may find, with the remedy that the code has beside it. */
export interface DoctorFinding {
  readonly says: string;
  /** null: it is no more than told. */
  readonly remedy: string | null;
}

/** Functions that make a finding. */
const FINDS = /^(?:\w+\.)?(?:problem|warning|skipped)$/;

/** Every problem, warning and reason to skip in `src/cli/doctor/checks/`. */
export function collectFindings(root: string): readonly DoctorFinding[] {
  return globSync("src/cli/doctor/checks/*.ts", { cwd: root })
    .toSorted()
    .flatMap((file) => findingsIn(parseSource(file, readFileSync(join(root, file), "utf8"))));
}

function findingsIn(program: Node): readonly DoctorFinding[] {
  const nodes = allOf(program);
  const constants = nodes.filter(({ type, id }) => type === "VariableDeclarator" && isName(id as Node));
  return nodes
    .filter(({ type, callee }) => type === "CallExpression" && FINDS.test(nameOf(callee)))
    .flatMap(({ arguments: given }) => {
      const [says, remedy = null] = (given as readonly Node[]).map((argument) =>
        resolve(argument, constants),
      );
      return says == null || !/\p{L}/u.test(says) ? [] : [{ says, remedy }];
    });
}

function allOf(node: Node): readonly Node[] {
  return [node, ...childrenOf(node).flatMap(allOf)];
}

function isName({ type }: Node): boolean {
  return type === "Identifier";
}

/** The text of an argument, of the constant that it names, or of both sides of a choice. */
function resolve(node: Node, constants: readonly Node[]): string | null {
  const text = textOf(node);
  if (text !== null) return plain(text);
  if (node.type === "ConditionalExpression") {
    const sides = [node.consequent, node.alternate].map((side) => resolve(side as Node, constants));
    return sides.filter((side) => side !== null).join(" Or: ");
  }
  if (!isName(node)) return null;
  const before = constants.filter(
    ({ id, start }) => nameOf(id) === nameOf(node) && Number(start) < Number(node.start),
  );
  const init = before.at(-1)?.init;
  return isNode(init) ? resolve(init, constants) : null;
}
