import type { Command } from "commander";
import type { Io } from "./io.ts";

/** Adds a command with its options; the code that it runs is imported when it is called. */
export type AddCommand = (program: Command, io: Io, end: (exitCode: number) => void) => void;
