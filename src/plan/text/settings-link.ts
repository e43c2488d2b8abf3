import type { PhrasingContent } from "mdast";
import type { LinkBase } from "../links.ts";
import { link, text } from "../quote/build.ts";

/** ` · Settings`, at the end of what we post: the configuration as it is on the default branch. */
export function settingsLink({ webUrl, repository }: LinkBase): readonly PhrasingContent[] {
  const url = `${webUrl}/${repository}/blob/HEAD/.github/minutebook.yml`;
  return [text(" · "), link(url, text("Settings"))];
}
