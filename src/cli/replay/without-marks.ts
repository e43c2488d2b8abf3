/** A body as people see it: without the hidden comments that Minutebook finds its posts by. */
export function withoutMarks(body: string): string {
  let text = body;
  for (;;) {
    const start = text.indexOf("<!-- minutebook:");
    if (start < 0) return text.trim();
    const end = text.indexOf("-->", start);
    text = text.slice(0, start) + (end < 0 ? "" : text.slice(end + "-->".length));
  }
}
