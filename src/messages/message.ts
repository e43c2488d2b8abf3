/** What a message's text is filled in with. Text from outside stays as it is: each medium makes it safe by itself. */
export type Value = string | number;

/** A reason, a notice or an error for people. Logic and machines go by the code, never by the text. */
export interface Message {
  /** Stable, in kebab case, documented in docs/messages.md. */
  readonly code: string;
  readonly values: Readonly<Record<string, Value>>;
  /** Plain text, in English. */
  readonly text: string;
}

/** Texts by their codes. `{name}` in a text is filled in with the value of that name. */
export type Catalog = Readonly<Record<string, string>>;

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

/** The values that a text asks for. */
export type ValuesOf<Text extends string> = Readonly<Record<Names<Text>, Value>>;

export type Arguments<Text extends string> = [Names<Text>] extends [never] ? [] : [values: ValuesOf<Text>];

/** Makes a message of a catalog. */
export type MakeMessage<Texts extends Catalog> = <Code extends keyof Texts & string>(
  code: Code,
  ...values: Arguments<Texts[Code]>
) => Message;

/**
 * What makes messages from a catalog. Values are checked against the text when the program is compiled.
 *
 * @example
 *     const reason = messagesOf({ "not-listed": "{repository} isn't listed in the configuration." });
 *     reason("not-listed", { repository: "octo/tea" });
 */
export function messagesOf<const Texts extends Catalog>(texts: Texts): MakeMessage<Texts> {
  return (code, ...[values]) => fillIn(code, texts[code] ?? "", values ?? {});
}

function fillIn(code: string, text: string, values: Readonly<Record<string, Value>>): Message {
  const filled = text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  return { code, values, text: filled };
}

/** `1 reference`, `3 references`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
