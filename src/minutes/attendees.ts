import type { Attendee } from "./meeting.ts";
import type { Block } from "./page.ts";

/** Finds those present. */
export function findAttendees(blocks: readonly Block[]): Attendee[] {
  const attendees: Attendee[] = [];
  const section = /^(?:present|attend\w*|participants?|in attendance|members present|roll call)\b/i;
  for (const block of blocks) {
    if (block.kind !== "item") continue;
    const announced = section.test(block.leadIn?.text ?? "") || section.test(block.heading?.text ?? "");
    if (!announced) continue;
    const login = /@([\w-]+)/.exec(block.text)?.[1] ?? null;
    const name = block.text.split(/ \(| ?\/ ?| @/)[0]?.trim();
    if (name) attendees.push({ name, login });
  }
  return attendees;
}
