/** What the process says when it ends; `docs/cli.md` lists them. */
export const exitCodes = {
  /** Done. */
  ok: 0,
  /** Some input could not be read, or there was none; the rest was done. */
  input: 1,
  /** The command line is wrong; nothing was done. */
  usage: 2,
  /** The configuration is wrong; nothing was done. */
  config: 3,
  /** GitHub refused, or could not be reached, or no token is known. */
  gitHub: 4,
  /** `doctor` found something that does not work. */
  unwell: 5,
  /** A mistake in Minutebook itself. */
  bug: 70,
  /** Stopped with Ctrl-C; what was done is kept, and the rest is done when it is run again. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The same for people; help, the manual page and `docs/cli.md` say so. */
export const exitMeanings: Readonly<Record<ExitCode, string>> = {
  [exitCodes.ok]: "done",
  [exitCodes.input]: "some input could not be read, or there was none; the rest was processed",
  [exitCodes.usage]: "the command line is invalid; nothing was done",
  [exitCodes.config]: "the configuration is invalid; nothing was done",
  [exitCodes.gitHub]: "GitHub refused or could not be reached, or no token is known; the rest was done",
  [exitCodes.unwell]: "doctor found a problem",
  [exitCodes.bug]: "a bug in Minutebook; please report it",
  [exitCodes.interrupted]: "stopped with Ctrl-C; run it again for the rest",
};
