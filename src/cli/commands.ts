import type { Command } from "commander";
import { addApplyCommand } from "./apply/command.ts";
import { addBackfillCommand } from "./backfill/command.ts";
import { addCompletionCommand } from "./completion/command.ts";
import { addDoctorCommand } from "./doctor/command.ts";
import { addInitCommand } from "./init/command.ts";
import { addInspectCommand } from "./inspect/command.ts";
import { addPlanCommand } from "./plan/command.ts";
import { addPreviewCommand } from "./preview/command.ts";
import type { Io } from "./io.ts";

/** Adds a command with its options; the code that it runs is imported when it is called. */
export type AddCommand = (program: Command, io: Io, end: (exitCode: number) => void) => void;

/** All commands, in the order of the help. */
export const commands: readonly AddCommand[] = [
  addInspectCommand,
  addPlanCommand,
  addApplyCommand,
  addBackfillCommand,
  addPreviewCommand,
  addInitCommand,
  addDoctorCommand,
  addCompletionCommand,
];
