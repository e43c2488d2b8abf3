import { createHash } from "node:crypto";
import { html } from "./html.ts";

/** A disc with the initials of a login, in a color made from it. */
export function avatarSvg(login: string): string {
  const hue = (createHash("sha256").update(login).digest()[0] ?? 0) * (360 / 256);
  const words = login
    .replace(/\[bot\]$/, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const initials = (words.length > 1 ? words.map((word) => word[0]).join("") : (words[0] ?? "?"))
    .slice(0, 2)
    .toUpperCase();
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="hsl(${Math.round(hue)} 45% 45%)"/>
<text x="20" y="26" text-anchor="middle" font-family="sans-serif" font-size="16" font-weight="600" fill="#fff">${initials}</text></svg>`
    .markup;
}
