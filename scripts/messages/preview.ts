import type { Entry } from "./entry.ts";

/** From `minutebook preview`: on standard error, or as an answer to the browser. */
export const previewMessages: readonly Entry[] = [
  {
    says: "Expected a number from 0 to 65535.",
    because: "`--port` says something else",
    remedy: "give a number above 1023, or leave it out",
  },
  {
    says: "Port … is in use. Choose another with --port, or none for any that is free.",
    because: "another program has the port, perhaps another preview",
    remedy: "leave `--port` out",
  },
  {
    says: "Port … is not for everybody. Choose one above 1023.",
    because: "the system keeps low ports for its administrator",
    remedy: "leave `--port` out",
  },
  { says: "There is no …. Check the path.", because: "the path is wrong", remedy: "check it" },
  {
    says: "There is no configuration …. Check the path.",
    because: "`--config` names a file that is not there",
    remedy: "check the path",
  },
  {
    says: "The page is not built. In a checkout, `npm run build:page` builds it.",
    because: "a checkout has only the page's source",
    remedy: "`npm run build:page`",
  },
  {
    says: "The built page is not of this version. Build it again.",
    because: "the checkout is newer than its `dist/page`",
    remedy: "`npm run build:page`",
  },
  {
    says: "… No browser could be opened. Open the address yourself.",
    because: "the machine has none, or no screen",
    remedy: "open the address that is printed; `--no-open` does not try",
  },
  {
    says: "This page is for this machine alone.",
    because:
      "the preview was asked for by another name than 127.0.0.1 or localhost, or by a page of another site",
    remedy: "open the address that is printed",
  },
  {
    says: "There is nothing here.",
    because: "the preview has no such file",
    remedy: "open the address that is printed",
  },
  {
    says: "This is a pipe, socket, or device, not a file.",
    because: "something in the folder is named like minutes and is none",
    remedy: "nothing: it is left alone",
  },
  {
    says: "This is a link that leads out of the folder.",
    because: "a folder on the way to the file is a link",
    remedy: "preview the folder that it leads to",
  },
  {
    says: "… Not all changes are followed: …",
    because: "the system lets no more files be watched, as it says",
    remedy: "preview a smaller folder, or reload the page",
  },
];
