import type { Painter, PaintRole } from "../../plan/render-plan.ts";
import type { Colors } from "../io.ts";

type Color = "green" | "yellow" | "red" | "dim" | "cyan" | "bold";

const colorOf: Readonly<Record<PaintRole, Color>> = {
  create: "green",
  update: "yellow",
  close: "red",
  reopen: "yellow",
  delete: "red",
  keep: "dim",
  skip: "dim",
  error: "red",
  warning: "yellow",
  info: "cyan",
  path: "bold",
  body: "dim",
};

/** Colors for a plan. */
export function createPainter(colors: Colors): Painter {
  return (role, text) => colors[colorOf[role]](text);
}
