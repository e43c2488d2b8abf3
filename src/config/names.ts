import { REPOSITORY_NAME } from "../minutes/repository-name.ts";

/** A repository's full name, where GitHub's id of the repository may follow. */
export const ACCEPTED_NAME = new RegExp(`${REPOSITORY_NAME.source.slice(0, -1)}(?:@[1-9]\\d{0,19})?$`);

/** A login, `[bot]` included. */
export const LOGIN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,38}(\[bot\])?$/;
