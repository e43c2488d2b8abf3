/** Whether a name between two `/` matches a part of a glob. */
export type MatchesName = (name: string) => boolean;

/** What one character, or any number of them, has to be. */
type Token = "*" | "?" | { readonly characters: RegExp } | { readonly character: string };

/** Bits of a number that are used: all but the sign. */
const BITS = 31;

/** So many states of a part, and characters, are kept. */
const MAX_KEPT = 500;

/** Bit n: the first n tokens match what was read so far. */
type Reached = Int32Array;

/** A part as tokens, ready to be followed. */
interface Program {
  readonly start: Reached;
  readonly length: number;
  readonly stars: Int32Array;
  /** The tokens that can match a character. */
  readonly matching: (character: string) => Int32Array;
}

/**
 * A part of a glob as a function: `*`, `?`, `[a-z]` and `\` before a character that means itself; wildcards match no
 * name that begins with a dot.
 *
 * All ways to match are followed at once, a bit for each: the time is at most that of the name's length, times the
 * part's length in steps of 31 characters.
 */
export function compileName(part: string): MatchesName {
  const tokens = tokenize(part);
  const hidesDots = tokens[0] === "*" || tokens[0] === "?";
  const size = Math.floor(tokens.length / BITS) + 1;
  const stars = bitsOf(tokens, size, (token) => token === "*");
  const start = Int32Array.from({ length: size }, (_, index) => (index === 0 ? 1 : 0));
  passStars(start, stars);
  const matching = keep((character) => bitsOf(tokens, size, (token) => matchesCharacter(token, character)));
  const program = { start, length: tokens.length, stars, matching };
  let matches = fromStates(program);
  return (name) => {
    if (hidesDots && name.startsWith(".")) return false;
    const found = matches(name);
    // So many states that keeping them costs more than it saves.
    if (found === undefined) matches = bitByBit(program);
    return found ?? matches(name) === true;
  };
}

/** Follows a name bit by bit. */
function bitByBit({ start, length, stars, matching }: Program): MatchesName {
  return (name) => {
    const reached = start.slice();
    for (const character of name) if (!read(reached, matching(character), stars)) return false;
    return hasBit(reached, length);
  };
}

interface State {
  readonly reached: Reached;
  readonly isEnd: boolean;
  readonly isDead: boolean;
  /** Where each next character leads to. */
  readonly next: Map<string, State>;
}

/** Follows a name from state to state, which are kept for the next name. undefined: there are too many of them. */
function fromStates({ start, length, stars, matching }: Program): (name: string) => boolean | undefined {
  const states = new Map<string, State>();
  const toState = (reached: Reached): State => {
    const key = reached.join();
    const known = states.get(key);
    if (known !== undefined) return known;
    const isDead = reached.every((bits) => bits === 0);
    const state = { reached, isEnd: hasBit(reached, length), isDead, next: new Map() };
    states.set(key, state);
    return state;
  };
  const stepTo = ({ reached, next }: State, character: string): State => {
    const after = reached.slice();
    read(after, matching(character), stars);
    const state = toState(after);
    if (next.size < MAX_KEPT) next.set(character, state);
    return state;
  };
  const first = toState(start);
  return (name) => {
    let state = first;
    for (const character of name) {
      state = state.next.get(character) ?? stepTo(state, character);
      if (state.isDead) return false;
      if (states.size > MAX_KEPT) return undefined;
    }
    return state.isEnd;
  };
}

/** Reads one character. Whether anything is reached by it. */
function read(reached: Reached, matching: Int32Array, stars: Int32Array): boolean {
  let carry = 0;
  let any = 0;
  for (let at = 0; at < reached.length; at += 1) {
    const before = reached[at] ?? 0;
    const taken = before & (matching[at] ?? 0);
    const after = ((taken << 1) & 0x7fffffff) | carry | (before & (stars[at] ?? 0));
    reached[at] = after;
    any |= after;
    carry = taken >>> (BITS - 1);
  }
  passStars(reached, stars);
  return any !== 0;
}

/** A function that remembers some of what it found. */
export function keep<T>(make: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(text, made);
    return made;
  };
}

/** A star may match nothing. There are never two in a row. */
function passStars(reached: Int32Array, stars: Int32Array): void {
  let carry = 0;
  for (let at = 0; at < reached.length; at += 1) {
    const before = reached[at] ?? 0;
    const passed = before & (stars[at] ?? 0);
    reached[at] = before | ((passed << 1) & 0x7fffffff) | carry;
    // The bit before this number's first was set before anything was carried into it.
    carry = passed >>> (BITS - 1);
  }
}

function bitsOf(tokens: readonly Token[], size: number, isSet: (token: Token) => boolean): Int32Array {
  const bits = new Int32Array(size);
  for (const [index, token] of tokens.entries()) {
    const at = Math.floor(index / BITS);
    if (isSet(token)) bits[at] = (bits[at] ?? 0) | (1 << (index % BITS));
  }
  return bits;
}

function hasBit(bits: Int32Array, index: number): boolean {
  return (((bits[Math.floor(index / BITS)] ?? 0) >>> (index % BITS)) & 1) === 1;
}

/** Globs have at most 200 characters, so that `[` without an end may be looked at again and again. */
function tokenize(part: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const [text] of part.matchAll(/\\.|\*+|\?|\[[!^]?\]?[^\]]*\]|./gsu)) {
    if (text.startsWith("*")) tokens.push("*");
    else if (text === "?") tokens.push("?");
    else if (text.length > 2 && text.startsWith("[")) tokens.push({ characters: characterClass(text) });
    else tokens.push({ character: text.length > 1 && text.startsWith("\\") ? text.slice(1) : text });
  }
  return tokens;
}

function characterClass(text: string): RegExp {
  const inner = text
    .slice(1, -1)
    .replace(/^!/, "^")
    .replaceAll(/[\\\]]/g, "\\$&");
  try {
    return new RegExp(`^[${inner}]$`, "u");
  } catch {
    // `[z-a]` matches no character.
    return /(?!)/;
  }
}

function matchesCharacter(token: Token, character: string): boolean {
  if (token === "*") return false;
  if (token === "?") return true;
  return "characters" in token ? token.characters.test(character) : token.character === character;
}
