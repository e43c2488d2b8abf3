import type { CheckRun } from "../world/entities.ts";
import type { World } from "../world/world.ts";
import type { By, ActContext } from "./act-context.ts";

/** What people do with check runs. */
export function createCheckActs(world: World, { accountOf, done }: ActContext) {
  return {
    /** Presses a button of a check run. */
    async pressButton(run: CheckRun, identifier: string, options: By = {}): Promise<void> {
      if (!run.actions.some((action) => action.identifier === identifier)) {
        throw new Error(
          `The check run has no button ${identifier}, only: ${run.actions.map((one) => one.identifier).join(", ")}`,
        );
      }
      const sender = accountOf(run.repository, options.by);
      const subject = { check_run: run, requested_action: { identifier } };
      world.emit({
        name: "check_run",
        action: "requested_action",
        repository: run.repository,
        sender,
        subject,
      });
      return done(undefined);
    },
    /** "Re-run" on a check run. */
    async rerun(run: CheckRun, options: By = {}): Promise<void> {
      const sender = accountOf(run.repository, options.by);
      world.emit({
        name: "check_run",
        action: "rerequested",
        repository: run.repository,
        sender,
        subject: { check_run: run },
      });
      return done(undefined);
    },
  };
}
