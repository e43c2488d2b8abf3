import type { Plan } from "../../plan/plan.ts";
import { escapeMarkdown } from "./steps-table.ts";

/** More are counted. */
const MAX_SHOWN = 50;

/** The files that could not be read, each with its reason, in Markdown. Empty: all could. */
export function unreadNote({ notices }: Pick<Plan, "notices">): string {
  const unread = notices.filter(({ code }) => code === "unreadable");
  if (unread.length === 0) return "";
  const lines = unread
    .slice(0, MAX_SHOWN)
    .map(({ path, message }) => `- ${escapeMarkdown(path)}: ${escapeMarkdown(message)}`);
  const more = unread.length > MAX_SHOWN ? [`- … and ${unread.length - MAX_SHOWN} more.`] : [];
  return `Left as they were, since they could not be read:\n\n${[...lines, ...more].join("\n")}`;
}
