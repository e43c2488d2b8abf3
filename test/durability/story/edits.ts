import { choose } from "./choose.ts";
import type { Document, Item } from "./document.ts";
import type { Place } from "./places.ts";
import { adverbFor } from "./words.ts";

type Random = () => number;
type Task = Extract<Item, { kind: "task" }>;

/** Minutes of one to five lines. */
export function addDocument(place: Place, random: Random): Document {
  const day = String(1 + Math.floor(random() * 28)).padStart(2, "0");
  const count = 1 + Math.floor(random() * 5);
  const items = Array.from({ length: count }, () => newItem(place, random));
  return { date: `2026-02-${day}`, items, remarks: 0 };
}

/** Changes one or two things. */
export function editDocument(place: Place, document: Document, random: Random): Document {
  const once = editOnce(place, document, random);
  return random() < 0.4 ? editOnce(place, once, random) : once;
}

function editOnce(place: Place, document: Document, random: Random): Document {
  const { items } = document;
  const tasks = items.filter((item) => item.kind === "task");
  const chance = random();
  if (chance < 0.35 || items.length === 0) {
    const at = Math.floor(random() * (items.length + 1));
    return { ...document, items: items.toSpliced(at, 0, newItem(place, random)) };
  }
  if (chance < 0.5) {
    return { ...document, items: items.toSpliced(Math.floor(random() * items.length), 1) };
  }
  if (chance < 0.65) return { ...document, remarks: document.remarks + 1 };
  if (tasks.length === 0) return { ...document, remarks: document.remarks + 1 };
  const task = choose(tasks, random);
  return { ...document, items: items.map((item) => (item === task ? editTask(task, random) : item)) };
}

/** Ticked or not any more, or reworded at its end. */
function editTask(task: Task, random: Random): Task {
  if (random() < 0.6) return { ...task, done: !task.done };
  return { ...task, more: task.more === "" ? ` ${adverbFor(Math.floor(random() * 100))}` : "" };
}

function newItem(place: Place, random: Random): Item {
  const id = Math.floor(random() * 1_000_000);
  const chance = random();
  if (chance < 0.4) return { kind: "reference", target: choose(place.targets, random), id };
  if (chance < 0.65) {
    const release = place.releases.length > 0 && random() < 0.4 ? choose(place.releases, random) : null;
    const target = choose(release === null ? place.targets : place.releasable, random);
    return { kind: "decision", target, release, id };
  }
  const owner = random() < 0.5 ? "Quince" : "Medlar";
  return { kind: "task", id, owner, done: random() < 0.15, more: "" };
}
