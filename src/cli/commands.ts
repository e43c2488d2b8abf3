import type { AddCommand } from "./add-command.ts";
import { addApplyCommand } from "./apply/command.ts";
import { addBackfillCommand } from "./backfill/command.ts";
import { addCompletionCommand } from "./completion/command.ts";
import { addDoctorCommand } from "./doctor/command.ts";
import { addInitCommand } from "./init/command.ts";
import { addInspectCommand } from "./inspect/command.ts";
import { addPlanCommand } from "./plan/command.ts";
import { addPreviewCommand } from "./preview/command.ts";
import { addReplayCommand } from "./replay/command.ts";
import { addUndoCommand } from "./undo/command.ts";

/** All commands, in the order of the help. */
export const commands: readonly AddCommand[] = [
  addInspectCommand,
  addPlanCommand,
  addApplyCommand,
  addBackfillCommand,
  addUndoCommand,
  addReplayCommand,
  addPreviewCommand,
  addInitCommand,
  addDoctorCommand,
  addCompletionCommand,
];
