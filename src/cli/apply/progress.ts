import type { StepResult } from "../../github/apply/result.ts";
import type { Plan, Step } from "../../plan/plan.ts";
import { describeStep } from "../../plan/text/describe-step.ts";
import type { Io } from "../io.ts";
import { printable } from "../printable.ts";

/** How far a plan is. */
export interface Progress {
  /** A step was taken; `text` is told above the bar. */
  readonly advance: (result: StepResult, text: string) => void;
  readonly end: () => void;
}

const FORMAT = "{bar} {value}/{total} · {now}";

/** A bar on standard error where that is a terminal; results go to standard output either way. */
export async function startProgress(plan: Plan, io: Io): Promise<Progress> {
  const steps = plan.steps.filter(isWork);
  if (io.terminal === null || steps.length < 2) {
    return { advance: (_result, text) => io.out(text), end: () => undefined };
  }
  const { default: progress } = await import("cli-progress");
  const bar = new progress.SingleBar(
    {
      stream: io.terminal,
      format: FORMAT,
      hideCursor: true,
      clearOnComplete: true,
      barsize: 24,
      gracefulExit: false,
    },
    progress.Presets.shades_classic,
  );
  const { terminal } = io;
  const nowAt = (done: number) => ({ now: nameOf(steps[done]) });
  let done = 0;
  bar.start(steps.length, 0, nowAt(0));
  return {
    advance({ step }, text) {
      terminal.clearLine(0);
      terminal.cursorTo(0);
      io.out(text);
      if (!isWork(step)) return;
      done += 1;
      bar.update(done, nowAt(done));
    },
    end: () => bar.stop(),
  };
}

export function isWork({ action }: Step): boolean {
  return action !== "keep" && action !== "skip";
}

function nameOf(step: Step | undefined): string {
  return step === undefined ? "" : printable(describeStep(step)).slice(0, 60);
}
