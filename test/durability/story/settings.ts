import type { CommentStyle, Mood } from "./beat.ts";
import type { Place } from "./places.ts";

/** What of a configuration changes in the course of a story. */
export interface Settings {
  readonly mode: "auto" | "review" | "off";
  readonly unreferenced: "delete" | "keep";
  readonly style: CommentStyle;
  readonly labels: readonly string[];
  readonly writeBack: boolean;
  readonly assignMilestone: boolean;
  readonly createMilestone: boolean;
  /** It cannot be read. */
  readonly broken: boolean;
}

/** How a place is configured when the story begins. */
export function firstSettings({ minutes }: Place, style: CommentStyle): Settings {
  return {
    mode: "auto",
    unreferenced: "delete",
    style,
    labels: ["meeting-action"],
    writeBack: minutes === "grove/board",
    assignMilestone: true,
    createMilestone: false,
    broken: false,
  };
}

/** Changes one thing; whatever kept the minutes from being applied is fixed first. */
export function changeSettings(settings: Settings, random: () => number, mood: Mood): Settings {
  if (settings.mode !== "auto" || settings.broken) return { ...settings, mode: "auto", broken: false };
  const changes: Settings[] = [
    { ...settings, unreferenced: settings.unreferenced === "delete" ? "keep" : "delete" },
    {
      ...settings,
      labels: settings.labels.length === 1 ? [...settings.labels, "spoken-of"] : ["meeting-action"],
    },
    { ...settings, assignMilestone: !settings.assignMilestone },
    { ...settings, createMilestone: !settings.createMilestone },
    { ...settings, mode: "off" },
    ...(mood === "people delete"
      ? ([
          { ...settings, mode: "review" },
          { ...settings, broken: true },
        ] as const)
      : []),
  ];
  return changes[Math.floor(random() * changes.length)] ?? settings;
}

export function printSettings(place: Place, settings: Settings): string {
  return `${place.configuration ?? ""}mode: ${settings.mode}
comments: {unreferenced: ${settings.unreferenced}, when: mentioned, style: ${settings.style}, closed: always}
actions: {labels: [${settings.labels.join(", ")}], write-back: ${settings.writeBack ? "pull-request" : "off"}}
releases: {assign-milestone: ${settings.assignMilestone}, create-milestone: ${settings.createMilestone}}
labels: {remove-when-discussed: [agenda]}
${settings.broken ? "colour: green\n" : ""}`;
}
