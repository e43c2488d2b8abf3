import type { Entry } from "./entry.ts";

/** Of `.github/minutebook.yml`: from `src/config/`, and where the rest of the program tells of it. */
export const configurationMessages: readonly Entry[] = [
  {
    says: "… to read; it is not used. Make it shorter.",
    because: "reading the configuration took more seconds or memory than one file may take",
    remedy: "make it shorter; nothing is posted until then",
  },
  {
    says: "Unexpected key …. …",
    because: "there is no such key, or it belongs at another level",
    remedy: "rename it, move it or take it out: [every key](configuration.md#every-key)",
  },
  { says: 'Did you mean "…"?', because: "a known word is spelt almost the same", remedy: "take that word" },
  { says: "Known here: ….", because: "no known key is like it", remedy: "take one of those" },
  {
    says: "Unexpected key … a second time. Keep one of them.",
    because: "YAML knows only one value for a key",
    remedy: "put both together",
  },
  {
    says: "Unexpected …, expected ….",
    because: "the value has another type, such as a text where a list belongs",
    remedy: "write what is expected; a list of one entry is `[entry]`",
  },
  {
    says: 'Put it in quotes: YAML takes 1.10 for the number 1.1 and "true" for a truth.',
    because: "a text was taken for a number or a truth",
    remedy: 'write `"1.10"`',
  },
  { says: "Missing: expected ….", because: "a key that has to be there is not", remedy: "add it" },
  {
    says: "Unexpected …, expected one of ….",
    because: "the key knows only those words",
    remedy: "take one of them",
  },
  {
    says: "Unexpected …, expected at most ….",
    because: "a text, list or number is larger than anything that makes sense there",
    remedy: "shorten it",
  },
  { says: "Unexpected …, expected at least ….", because: "the number is too small", remedy: "raise it" },
  {
    says: "Unexpected empty text.",
    because: "there is nothing between the quotes",
    remedy: "fill it in, or take the entry out",
  },
  {
    says: "Unexpected empty list, expected at least one glob.",
    because: "with no glob no file would be minutes",
    remedy: "name your files, or take the key out for the built-in globs",
  },
  {
    says: 'Unexpected …, expected a repository as "owner/name"….',
    because: "it is an address, or has no owner",
    remedy: "write `owner/name`",
  },
  {
    says: 'Unexpected …, expected a repository as "owner/name", or as "owner/name@id" with GitHub\'s id of it.',
    because: "an entry of `accept` is an address, has no owner, or what follows its `@` is no number",
    remedy:
      "write `owner/name`, or `owner/name@1296269`; `https://api.github.com/repos/owner/name` tells the id",
  },
  {
    says: 'Unexpected …, expected a GitHub login without "@".',
    because: "it has an `@`, or characters that no login has",
    remedy: "write the login alone",
  },
  {
    says: 'Unexpected …, expected a glob such as "meetings/**/*.md", relative to the repository; "{a,b}" is known, "@(a|b)" is not.',
    because: "the pattern is of another kind of glob, or has an empty part",
    remedy: "write a path with `/`, `*`, `**`, `?` and `{a,b}`",
  },
  {
    says: "Unexpected glob with so many {a,b}, expected fewer.",
    because: "written out it would be thousands of patterns",
    remedy: "split it into several entries",
  },
  {
    says: 'Unexpected glob with more than … "*", expected fewer.',
    because: "each file of a push is compared with it, which takes time for each wildcard",
    remedy: "leave out wildcards, or split it into several entries",
  },
  {
    says: 'Unexpected glob with more than … "/", expected fewer.',
    because: "each file of a push is compared with it, which takes time for each folder",
    remedy: "write `**` for several folders",
  },
  {
    says: "Unexpected globs that stand for more than … patterns or … characters, expected fewer.",
    because: "each file of a push is compared with all of them, written out without {a,b}",
    remedy: "name folders instead of single files",
  },
  {
    says: "Unexpected number of …, expected at most ….",
    because: "no real configuration has as many, and reading it would take long",
    remedy: "write it out plainly and take out what is not needed",
  },
  {
    says: "Unexpected key that is no text.",
    because: "a list, keys with values or an alias is used as a key",
    remedy: "write the key as a text",
  },
  {
    says: 'Unexpected key "__proto__", which cannot be used.',
    because: "the name has a meaning of its own to the program's language",
    remedy: "choose another",
  },
  {
    says: "Problems from here on that are not listed: ….",
    because: "only the first fifty are",
    remedy: "fix those first",
  },
  {
    says: "Unexpected {{…}}, expected one of ….",
    because: "the template names a token that does not exist",
    remedy: "take one of the list",
  },
  {
    says: "This is not YAML: ….",
    because: "the file cannot be taken apart",
    remedy: "fix what the message says; usually a quote or bracket is missing on that line or the one before",
  },
  {
    says: 'Unexpected second document after "---", expected one.',
    because: "the file holds several YAML documents",
    remedy: "keep one",
  },
  {
    says: "… cannot be read as YAML: …",
    because: "aliases or nesting would make the file huge",
    remedy: "write it out plainly",
  },
  {
    says: "… is longer than … KiB.",
    because: "no real configuration is",
    remedy: "check what was committed there",
  },
];
