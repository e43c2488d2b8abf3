import { nameOf, type Node } from "./syntax.ts";

/** Fields that hold what people are told. */
const FIELDS = /^(?:message|reason|problem|ignored|error|what)$/;

/** Variables that do. */
const VARIABLES = /^(?:message|reason|why|less|advice|[A-Z_]+_GONE)$/;

/** Functions that are given what people are told. */
const TOLD_TO =
  /^(?:refuse|none|make|kept|skipped|failed|whole|unreadable|notice|fail|super|(?:.*\.)?(?:log|logger)\.(?:warn|error|fatal)|(?:.*\.)?io\.err|(?:.*\.)?say|(?:.*\.)?(?:min|max|refine))$/;

/** Functions that answer with what people are told. */
const TOLD_BY =
  /refusal|reason|problem|message|advice|explain|^wrong|^unknownKey|^tooMany|^tooLong|^describe(?:Bug|Permission|Silence)|Off$|hint|^findOldNode|^unreadable/i;

/** Nodes that only hand a text on. */
const PASSING =
  /^(?:ConditionalExpression|LogicalExpression|BinaryExpression|TemplateLiteral|TaggedTemplateExpression|ParenthesizedExpression|ArrayExpression|ObjectExpression|TSAsExpression|TSSatisfiesExpression|TSNonNullExpression|MemberExpression|ChainExpression|SwitchCase|SwitchStatement|IfStatement|BlockStatement|TryStatement|CatchClause)$/;

/** Whether a text ends where people are told something: in an error, a reason, a warning of the log. */
export function findSink(node: Node, ancestors: readonly Node[]): boolean {
  let inner = node;
  let isAnswer = false;
  for (const outer of ancestors.toReversed()) {
    if (outer.type === "NewExpression") return inner !== outer.callee && /Error$/.test(nameOf(outer.callee));
    if (outer.type === "CallExpression" && inner !== outer.callee) return TOLD_TO.test(nameOf(outer.callee));
    if (outer.type === "Property" && inner === outer.value && FIELDS.test(nameOf(outer.key))) return true;
    if (outer.type === "Property" && !isAnswer) return false;
    if (outer.type === "VariableDeclarator" && !isFunction(inner)) return VARIABLES.test(nameOf(outer.id));
    if (outer.type === "ReturnStatement") isAnswer = true;
    if (isFunction(outer)) {
      if (outer.type === "ArrowFunctionExpression" && inner === outer.body && inner.type !== "BlockStatement")
        isAnswer = true;
      if (!isAnswer) return false;
      if (outer.type === "FunctionDeclaration") return TOLD_BY.test(nameOf(outer.id));
    } else if (outer.type === "VariableDeclarator") return TOLD_BY.test(nameOf(outer.id));
    else if (!PASSING.test(outer.type) && !/^(?:ReturnStatement|Property|CallExpression)$/.test(outer.type))
      return false;
    inner = outer;
  }
  return false;
}

function isFunction({ type }: Node): boolean {
  return /^(?:Arrow)?Function/.test(type);
}
