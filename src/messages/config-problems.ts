import { messagesOf } from "./message.ts";

/** What can be wrong with `.github/minutebook.yml`. `{key}`, `{found}` and the like are quoted where they are texts. */
export const configProblems = {
  "unknown-key": "Unknown key {key}. Expected one of {known}.",
  "misspelled-key": 'Unknown key {key}. Did you mean "{nearest}"?',
  "duplicate-key": "Duplicate key {key}. Keep one of them.",
  "key-not-text": "Unexpected key that isn't text.",
  "reserved-key": "{key} can't be used as a key. Choose another name.",
  "missing-key": "Missing; expected {expected}.",
  "wrong-type": "Unexpected {found}, expected {expected}.",
  "unquoted-text":
    "Unexpected {found}, expected text. Put it in quotes: YAML reads 1.10 as the number 1.1, and true as a boolean.",
  "single-value": "Unexpected {found}, expected a list. Write [{found}].",
  "unknown-value": "Unexpected {found}, expected one of {known}.",
  "misspelled-value": 'Unexpected {found}, expected one of {known}. Did you mean "{nearest}"?',
  "value-too-large": "Unexpected {found}, expected at most {maximum}.",
  "value-too-small": "Unexpected {found}, expected at least {minimum}.",
  "invalid-value": "Unexpected {found}: {reason}.",
  "empty-text": "Unexpected empty text.",
  "empty-globs": "Unexpected empty list, expected at least one glob.",
  "not-a-repository": 'Unexpected {found}, expected a repository as "owner/name".',
  "repository-address": 'Unexpected {found}, expected a repository as "owner/name". Write {nearest}.',
  "not-a-repository-or-none": 'Unexpected {found}, expected a repository as "owner/name", or "none".',
  "not-an-accepted-repository":
    'Unexpected {found}, expected a repository as "owner/name", or as "owner/name@id" with its GitHub id.',
  "not-a-time-zone": 'Unexpected {found}, expected a time zone such as "Europe/Berlin" or "UTC".',
  "not-a-login": 'Unexpected {found}, expected a GitHub login without "@".',
  "not-a-glob":
    'Unexpected {found}, expected a glob such as "meetings/**/*.md", relative to the repository. {braces} is supported, "@(a|b)" isn\'t.',
  "too-many-alternatives": "Unexpected glob with too many {braces}, expected fewer.",
  "too-many-wildcards": 'Unexpected glob with more than {maximum} "*", expected fewer.',
  "too-many-folders": 'Unexpected glob with more than {maximum} "/", expected fewer.',
  "too-many-globs":
    "Unexpected globs that expand to more than {patterns} patterns or {characters} characters, expected fewer.",
  "unknown-template-token": "Unexpected {token}, expected one of {known}.",
  "invalid-yaml": "Invalid YAML: {reason}.",
  "second-document": 'Unexpected second document after "---", expected one.',
  "unreadable-yaml": "{path} can't be read as YAML: {reason}",
  "configuration-too-large": "{path} is larger than {maximum} KiB. Shorten it.",
  "too-many-parts": "Too many {parts}, expected at most {maximum}.",
  "over-budget": "{path} isn't used: {reason}. Shorten it.",
  "more-problems": "{count} more problems follow. Fix those above first.",
} as const;

export const configProblem = messagesOf(configProblems);
