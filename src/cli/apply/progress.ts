import type { StepResult } from "../../github/apply/result.ts";
import type { Plan, Step } from "../../plan/plan.ts";
import { changesOf, isChange } from "../../plan/step-actions.ts";
import { describeStep } from "../../plan/text/describe-step.ts";
import type { Io } from "../io.ts";
import { printable } from "../../plan/media/terminal.ts";

/** How far a plan is. */
export interface Progress {
  /** A step was taken; `text` is shown above the bar. */
  readonly advance: (result: StepResult, text: string) => void;
  readonly end: () => void;
}

const BAR = 24;

/** What a line contains besides the bar and the name of the step. */
const MARGIN = 16;

const FORMAT = "{bar} {value}/{total} · {now}";

/** A bar on standard error where that is a terminal; results go to standard output either way. */
export async function startProgress(plan: Plan, io: Io): Promise<Progress> {
  const steps = changesOf(plan);
  if (io.terminal === null || steps.length < 2) {
    return { advance: (_result, text) => io.out(text), end: () => undefined };
  }
  const { terminal } = io;
  const { default: progress } = await import("cli-progress");
  // A single bar saves the place of the cursor and goes back to it, over all that was printed meanwhile; these do not.
  const bars = new progress.MultiBar(
    {
      stream: terminal,
      format: FORMAT,
      hideCursor: true,
      clearOnComplete: true,
      barsize: BAR,
      // What is printed above the bar may be longer than a line.
      linewrap: true,
      // Ctrl-C finishes the current step; the bar stays until then.
      gracefulExit: false,
    },
    progress.Presets.shades_classic,
  );
  const room = Math.max(10, (terminal.columns || 80) - BAR - MARGIN);
  const nowAt = (done: number) => ({ now: nameOf(steps[done]).slice(0, room) });
  const bar = bars.create(steps.length, 0, nowAt(0));
  bars.update();
  let done = 0;
  return {
    advance({ step }, text) {
      terminal.cursorTo(0);
      terminal.clearLine(0);
      io.out(text);
      if (isChange(step)) done += 1;
      bar.update(done, nowAt(done));
      bars.update();
    },
    end: () => bars.stop(),
  };
}

function nameOf(step: Step | undefined): string {
  return step === undefined ? "" : printable(describeStep(step));
}
