import { createSupportsHyperlinks } from "supports-hyperlinks";

/** Makes a text lead to an address, where whoever sees it can follow it. */
export type Link = (text: string, url: string | null) => string;

/** For where nobody can: the text alone. */
export const noLink: Link = (text) => text;

const START = "\u001B]8;;";
const END = "\u0007";

/**
 * Links for a stream, where its terminal shows some.
 * https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda
 */
export function createLink(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Link {
  if (env.NO_COLOR || !createSupportsHyperlinks(stream)) return noLink;
  return (text, url) =>
    url === null || /\p{Cc}/u.test(url) ? text : `${START}${url}${END}${text}${START}${END}`;
}
