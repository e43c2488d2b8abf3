import { TOKENS, type Token } from "./tokens.ts";

/** A text that nobody would write, of any size. */
export interface Shape {
  readonly name: string;
  /** At least one token, and then at most as many UTF-16 code units as asked for. */
  readonly make: (size: number) => string;
}

type Between = (index: number) => string;

const BETWEEN: Readonly<Record<string, Between>> = {
  "in a row": () => "",
  "with spaces": () => " ",
  "one a line": () => "\n",
  "one a line with a word": () => " a\n",
  "one a paragraph": () => "\n\n",
  "as items": () => "\n- ",
  "as nested items": (index) => `\n${"  ".repeat(index % 20)}- `,
  "in quotes": () => "\n> ",
  "as cells": (index) => (index === 0 ? " | b |\n|---|---|\n| " : index % 40 === 0 ? " |\n| " : " | "),
};

/** Puts tokens one behind the other until the text is long enough. */
function fill(tokens: readonly Token[], between: Between, size: number): string {
  const parts: string[] = [];
  let length = 0;
  for (let index = 0; length < size; index += 1) {
    const part = (tokens[index % tokens.length]?.(index) ?? "") + between(index);
    parts.push(part);
    length += Math.max(part.length, 1);
  }
  return parts.join("").slice(0, size);
}

const SHORT = ["in a row", "with spaces", "one a line", "one a paragraph"];

/** Each token repeated. */
function repeated(arrangements: readonly string[] | null): Shape[] {
  const ways = Object.entries(BETWEEN).filter(([how]) => arrangements?.includes(how) !== false);
  return [...TOKENS].flatMap(([name, token]) =>
    ways.map(([how, between]) => ({
      name: `${name} ${how}`,
      make: (size: number) => fill([token], between, size),
    })),
  );
}

/** What opens and what closes it. */
const NESTS: readonly (readonly [string, string])[] = [
  ["*", "*"],
  ["**", "**"],
  ["*a ", " b*"],
  ["_a ", " b_"],
  ["~~a ", " b~~"],
  ["[", "]"],
  ["[", "](b)"],
  ["![", "](b)"],
  ["[a ", "][b]"],
  ["(", ")"],
  ["[^", "]"],
  ["<b>", "</b>"],
  ["<b>a", "</b>"],
  ["<div>\n", "</div>\n"],
  ["<div>\n\n", "</div>\n\n"],
  ["<details>\n\n", "\n\n</details>"],
  ["<ul><li>", "</li></ul>"],
  ["<table><tr><td>", "</td></tr></table>"],
  ["<!--", "-->"],
  ["<!-- minutebook: private -->\n\n", "<!-- /minutebook: private -->\n\n"],
  ["`a ", " b`"],
  ["“", "”"],
  ["> ", ""],
  ["- ", ""],
  ["1. ", ""],
  ["- > ", ""],
  ["> 1. ", ""],
  ["[^a]: ", ""],
  ["\t", ""],
  ["    ", ""],
];

function nested(): Shape[] {
  return NESTS.map(([open, close]) => ({
    name: `${JSON.stringify(open + close).slice(1, -1)} nested`,
    make: (size) => {
      const depth = Math.max(1, Math.floor((size - 1) / (open.length + close.length)));
      return `${open.repeat(depth)}a${close.repeat(depth)}`;
    },
  }));
}

/** One more step of indent each line, so that the size grows with the square of the depth. */
function stairs(): Shape[] {
  const steps: Record<string, readonly [string, string]> = {
    items: ["  ", "- a"],
    "numbered items": ["   ", "1. a"],
    quotes: ["> ", "a"],
    "items with TODO": ["  ", "- TODO: Ada to #1"],
  };
  return Object.entries(steps).map(([name, [indent, text]]) => ({
    name: `stairs of ${name}`,
    make: (size) => {
      const lines: string[] = [];
      for (let length = 0, depth = 0; length < size; depth += 1) {
        const line = indent.repeat(depth) + text;
        lines.push(line);
        length += line.length + 1;
      }
      return lines.join("\n");
    },
  }));
}

/** Shapes that files of other formats are read in another way for. */
function otherFormats(): Shape[] {
  const tagged = repeated(["in a row", "one a line"]).filter(({ name }) => name.includes("<"));
  const said = repeated(["in a row", "one a line"]).filter(({ name }) =>
    /<ada>|chat|speaker|\* ada|10:00/.test(name),
  );
  return [
    ...[...nested(), ...tagged].map(({ name, make }) => ({ name: `html: ${name}`, make })),
    ...said.map(({ name, make }) => ({ name: `txt: ${name}`, make })),
  ];
}

/** The ending of the name of a file that is read as a shape of this name is meant. */
export function formatOf(name: string): string {
  return /^(html|txt): /.exec(name)?.[1] ?? "md";
}

/** Numbers that look random and are the same for each seed. */
export function randomOf(seed: number): (below: number) => number {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Two or three tokens in turns, drawn by the seed. */
function alternated(count: number, seed: number): Shape[] {
  const random = randomOf(seed);
  const names = [...TOKENS.keys()];
  return Array.from({ length: count }, (_, index) => {
    const chosen = Array.from({ length: 2 + (index % 2) }, () => names[random(names.length)] ?? "");
    const how = SHORT[random(SHORT.length)] ?? "";
    const tokens = chosen.flatMap((name) => TOKENS.get(name) ?? []);
    return {
      name: `${chosen.join(" + ")} ${how}`,
      make: (size) => fill(tokens, BETWEEN[how] ?? (() => ""), size),
    };
  });
}

/** A long run of one token and then a long run of another: openers without closers, and the other way round. */
function halves(count: number, seed: number): Shape[] {
  const random = randomOf(seed + 1);
  const names = [...TOKENS.keys()];
  const draw = (): string => names[random(names.length)] ?? "";
  return Array.from({ length: count }, () => {
    const [first, second] = [draw(), draw()];
    const part = (name: string, size: number): string =>
      fill([TOKENS.get(name) ?? (() => "a")], () => "", size);
    return {
      name: `${first} and then ${second}`,
      make: (size) => part(first, size / 2) + part(second, size / 2),
    };
  });
}

/**
 * All shapes: each token repeated in each arrangement, what nests nested, and tokens in turns.
 *
 * @param arrangements - The ways to repeat a token; null: all.
 * @param mixed - How many shapes are drawn of several tokens.
 */
export function shapes(
  mixed: number,
  seed: number,
  arrangements: readonly string[] | null = null,
): readonly Shape[] {
  return [
    ...nested(),
    ...stairs(),
    ...otherFormats(),
    ...repeated(arrangements),
    ...alternated(mixed, seed),
    ...halves(mixed, seed),
  ];
}
