/** What is in the two editors. */
export interface Draft {
  /** The path of the minutes in their repository: its name may give the day. */
  readonly path: string;
  readonly minutes: string;
  /** YAML. */
  readonly config: string;
  /** Where the minutes are: `owner/name`. */
  readonly repository: string;
}
