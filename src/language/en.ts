import { attendance } from "./en/attendance.ts";
import { calendar } from "./en/calendar.ts";
import { comparison } from "./en/comparison.ts";
import { conditions } from "./en/conditions.ts";
import { content } from "./en/content.ts";
import { documents } from "./en/documents.ts";
import { headings } from "./en/headings.ts";
import { markers } from "./en/markers.ts";
import { meetings } from "./en/meetings.ts";
import { names } from "./en/names.ts";
import { placeholders } from "./en/placeholders.ts";
import { privacy } from "./en/privacy.ts";
import { states } from "./en/states.ts";
import { subjects } from "./en/subjects.ts";
import { tasks } from "./en/tasks.ts";
import { verbs } from "./en/verbs.ts";
import type { Language } from "./language.ts";

/** English, whose words teams of all languages use, and of which all parts are known. */
export const en = {
  code: "en",
  attendance,
  calendar,
  comparison,
  conditions,
  content,
  documents,
  headings,
  markers,
  meetings,
  names,
  placeholders,
  privacy,
  states,
  subjects,
  tasks,
  verbs,
} as const satisfies Required<Language>;
