import type { PhrasingContent } from "mdast";
import { link, text } from "../quote/build.ts";

/** A repository may have no configuration to link, so this leads to what can be set in one. */
const SETTINGS = "https://github.com/minutebook/minutebook/blob/main/docs/configuration.md";

/** ` · Settings`, at the end of what we post. */
export function settingsLink(): readonly PhrasingContent[] {
  return [text(" · "), link(SETTINGS, text("Settings"))];
}
