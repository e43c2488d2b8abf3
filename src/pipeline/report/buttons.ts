import type { CheckButton } from "../../github/check-run.ts";

/** What the buttons of our check runs are called when they are pressed. */
export type ButtonName = "apply" | "full" | "implied" | "retry" | "undo";

export const BUTTONS: Readonly<Record<ButtonName, CheckButton>> = {
  apply: { identifier: "apply", label: "Post this", description: "Posts this plan." },
  full: {
    identifier: "full",
    label: "Full preview",
    description: "For people with write access.",
  },
  implied: {
    identifier: "implied",
    label: "Open listed actions",
    description: "Opens or reopens their issues.",
  },
  undo: { identifier: "undo", label: "Take back", description: "Removes what was posted." },
  retry: { identifier: "retry", label: "Try again", description: "Processes these minutes again." },
};

export function isButtonName(text: string): text is ButtonName {
  return Object.hasOwn(BUTTONS, text);
}
