import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Element } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { renderMarkdown } from "../../src/web/model/render-markdown.ts";

/** What a browser would run or load: it reads the HTML as one does. */
function findActive(html: string): string[] {
  const found: string[] = [];
  visit(
    unified().use(rehypeParse, { fragment: true }).parse(html),
    "element",
    ({ tagName, properties }: Element) => {
      if (/^(?:script|img|svg|style|iframe|base|form|object|embed|link|meta)$/.test(tagName))
        found.push(tagName);
      for (const name of Object.keys(properties))
        if (/^on|^style$/i.test(name)) found.push(`${tagName} ${name}`);
      const scheme = /^\s*([\w+.-]+):/.exec(String(properties.href ?? ""))?.[1];
      if (scheme !== undefined && !/^https?$/i.test(scheme)) found.push(`${tagName} ${scheme}:`);
    },
  );
  return found;
}

describe("a body on the page", () => {
  test("breaks lines where GitHub does", () => {
    expect(renderMarkdown("one\ntwo")).toBe("<p>one<br>\ntwo</p>");
  });

  test("hides markers", () => {
    expect(renderMarkdown("<!-- minutebook:comment {} -->\nSeen")).not.toContain("minutebook");
  });

  test("opens links elsewhere", () => {
    expect(renderMarkdown("[a](https://example.org)")).toContain(
      'href="https://example.org" target="_blank" rel="noopener noreferrer nofollow"',
    );
  });

  test("leads to a line of the editor where a link leads to minutes that are pushed nowhere", () => {
    const url = `https://github.com/orchard/team/blob/${"0".repeat(40)}/meetings/a.md?plain=1#L7-L9`;

    expect(renderMarkdown(`[a](${url})`)).toBe('<p><a href="#L7">a</a></p>');
  });

  test("shows a picture as its description, so that nothing is fetched", () => {
    expect(renderMarkdown("![a tree](https://example.org/tree.png)")).toBe(
      '<p><span class="image">a tree</span></p>',
    );
  });

  test("holds nothing that runs or loads, whatever was written", () => {
    const part = fc.constantFrom(
      ..."<script>|</script>|<img src=x onerror=|<a href='|javascript:|data:text/html,|'>|\"|](|![|[x|)|<svg|onload=|<style>|<iframe src=|//evil|>|`|\n\n|<base href=|<form action=|<input|<!--|-->".split(
        "|",
      ),
      "word",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
        const html = renderMarkdown(parts.join(" "));

        expect(findActive(html)).toEqual([]);
      }),
    );
  });
});
