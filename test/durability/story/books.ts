import { seededRandom } from "../../../sandbox/faults/random.ts";
import { choose } from "./choose.ts";
import { printDocument, type Document } from "./document.ts";
import { addDocument, editDocument } from "./edits.ts";
import { PLACES, type Place } from "./places.ts";
import { changeSettings, firstSettings, printSettings, type Settings } from "./settings.ts";
import type { Beat, CommentStyle, Mood } from "./beat.ts";

/** What is done in each world. */
export type Act =
  | { readonly kind: "push"; readonly minutes: string; readonly files: Files }
  /** The last `back` commits are given up, and `files` are added to what was there before. */
  | { readonly kind: "force"; readonly minutes: string; readonly back: number; readonly files: Files | null }
  /** Its repository is called otherwise from now on. */
  | { readonly kind: "move"; readonly minutes: string }
  | { readonly kind: "person"; readonly seed: number }
  | { readonly kind: "undo"; readonly minutes: string; readonly path: string };

export function isPush({ kind }: Act): boolean {
  return kind === "push" || kind === "force";
}

/** Texts by path; null: removed. */
export type Files = Readonly<Record<string, string | null>>;

/** A repository of minutes at one commit. */
interface Page {
  readonly documents: ReadonlyMap<string, Document>;
  readonly settings: Settings;
}

const CONFIGURATION = ".github/minutebook.yml";
const MOST_BACK = 3;
const MOST_IN_BURST = 4;

/** Turns beats into acts. It remembers what the minutes say, which is the same in each world. */
export class Books {
  readonly #mood: Mood;
  readonly #histories = new Map<string, Page[]>();

  constructor(mood: Mood, style: CommentStyle = "meeting") {
    this.#mood = mood;
    for (const place of PLACES) {
      this.#histories.set(place.minutes, [{ documents: new Map(), settings: firstSettings(place, style) }]);
    }
  }

  /** The acts of a beat. */
  act(beat: Beat): readonly Act[] {
    const random = seededRandom(beat.seed);
    if (beat.kind === "person") return [{ kind: "person", seed: beat.seed }];
    const chance = random();
    if (beat.kind === "burst") return this.#burst(1 + Math.floor(chance * MOST_IN_BURST), random);
    const place = choose(PLACES, random);
    switch (beat.kind) {
      case "rename":
        return this.#rename(place, random);
      case "delete":
        return this.#delete(place, random);
      case "configure":
        return this.#configure(place, random);
      case "force":
        return this.#force(place, random);
      case "move":
        return [{ kind: "move", minutes: place.minutes }];
      case "undo":
        return this.#undo(place, random);
    }
  }

  #undo(place: Place, random: () => number): readonly Act[] {
    const paths = [...this.#page(place).documents.keys()];
    if (paths.length === 0 || this.#mood === "ledger is lost") return [];
    return [{ kind: "undo", minutes: place.minutes, path: choose(paths, random) }];
  }

  #burst(pushes: number, random: () => number): readonly Act[] {
    const touched = new Set<string>();
    return Array.from({ length: pushes }, (): Act => {
      const place = choose(PLACES, random);
      if (random() < 0.15) return this.#push(place, this.#page(place), { "README.md": `${random()}\n` });
      const { documents } = this.#page(place);
      const free = [...documents.keys()].filter((path) => !touched.has(`${place.minutes}/${path}`));
      const path = free.length === 0 || random() < 0.4 ? this.#newPath(random) : choose(free, random);
      touched.add(`${place.minutes}/${path}`);
      return this.#write(place, path, documents, random);
    });
  }

  #rename(place: Place, random: () => number): readonly Act[] {
    const { documents } = this.#page(place);
    if (documents.size === 0) return [];
    const old = choose([...documents.keys()], random);
    const rest = new Map([...documents].filter(([path]) => path !== old));
    const path = this.#newPath(random);
    const document = documents.get(old) ?? addDocument(place, random);
    const edited = random() < 0.3 ? editDocument(place, document, random) : document;
    const page = { ...this.#page(place), documents: rest.set(path, edited) };
    return [this.#push(place, page, { [old]: null, [path]: printDocument(edited) })];
  }

  #delete(place: Place, random: () => number): readonly Act[] {
    const { documents } = this.#page(place);
    if (documents.size === 0) return [];
    const gone = choose([...documents.keys()], random);
    const rest = new Map([...documents].filter(([path]) => path !== gone));
    return [this.#push(place, { ...this.#page(place), documents: rest }, { [gone]: null })];
  }

  #configure(place: Place, random: () => number): readonly Act[] {
    if (place.configuration === null) return [];
    const settings = changeSettings(this.#page(place).settings, random, this.#mood);
    const files = { [CONFIGURATION]: printSettings(place, settings) };
    return [this.#push(place, { ...this.#page(place), settings }, files)];
  }

  #force(place: Place, random: () => number): readonly Act[] {
    const history = this.#history(place);
    const back = Math.min(1 + Math.floor(random() * MOST_BACK), history.length - 1);
    if (back === 0) return [];
    history.splice(history.length - back);
    if (random() < 0.4) return [{ kind: "force", minutes: place.minutes, back, files: null }];
    const { documents } = this.#page(place);
    const act = this.#write(place, this.#newPath(random), documents, random);
    return act.kind === "push" ? [{ kind: "force", minutes: place.minutes, back, files: act.files }] : [];
  }

  /** Adds or edits minutes. */
  #write(place: Place, path: string, documents: Page["documents"], random: () => number): Act {
    const old = documents.get(path);
    const document = old === undefined ? addDocument(place, random) : editDocument(place, old, random);
    const page = { ...this.#page(place), documents: new Map(documents).set(path, document) };
    return this.#push(place, page, { [path]: printDocument(document) });
  }

  #push(place: Place, page: Page, files: Files): Act {
    this.#history(place).push(page);
    return { kind: "push", minutes: place.minutes, files };
  }

  #newPath(random: () => number): string {
    return `meetings/${Math.floor(random() * 2 ** 31).toString(36)}.md`;
  }

  #history({ minutes }: Place): Page[] {
    const history = this.#histories.get(minutes);
    if (history === undefined) throw new Error(`The story knows no ${minutes}.`);
    return history;
  }

  #page(place: Place): Page {
    const page = this.#history(place).at(-1);
    if (page === undefined) throw new Error(`${place.minutes} has no commit.`);
    return page;
  }
}
