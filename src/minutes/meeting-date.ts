import type { IsoDate } from "./meeting.ts";
import type { Page } from "./page.ts";

/** The day of the meeting. */
export function findDate(page: Page): IsoDate | null {
  const inName = /(\d{4})[-_.](\d{2})[-_.](\d{2})/.exec(`${page.path} ${page.blocks[0]?.text ?? ""}`);
  return inName === null ? null : `${inName[1]}-${inName[2]}-${inName[3]}`;
}
