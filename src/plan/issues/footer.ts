/** How the last paragraph of our part of an issue begins and ends, where a team's own template has it. */
export const FOOTER_BEGIN = "Minutebook keeps this part as the minutes in ";
export const FOOTER_END = " switches it off.";

/** Where that paragraph ends in a body, from a place on. null: it is not there. */
export function findFooterEnd(body: string, from: number): number | null {
  const start = body.indexOf(`<sub>${FOOTER_BEGIN}`, from);
  const end = start === -1 ? -1 : body.indexOf(`${FOOTER_END}</sub>`, start);
  if (end === -1 || body.slice(start, end).includes("\n")) return null;
  return end + `${FOOTER_END}</sub>`.length;
}
