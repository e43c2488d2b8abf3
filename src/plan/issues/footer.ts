/** How the last paragraph of Minutebook's section of an issue begins, where a team's own template has it. */
export const FOOTER_BEGIN = "Updated by Minutebook from ";

/** As it is now, and as earlier versions wrote it: issues keep that until something else in them changes. */
const FOOTERS = [
  { begin: `<sub>${FOOTER_BEGIN}`, end: "</sub>" },
  { begin: "<sub>Minutebook keeps this part as the minutes in ", end: " switches it off.</sub>" },
] as const;

/** Where that paragraph ends in a body, from a place on. null: it is not there. */
export function findFooterEnd(body: string, from: number): number | null {
  for (const footer of FOOTERS) {
    const start = body.indexOf(footer.begin, from);
    const end = start === -1 ? -1 : body.indexOf(footer.end, start);
    if (end !== -1 && !body.slice(start, end).includes("\n")) return end + footer.end.length;
  }
  return null;
}
