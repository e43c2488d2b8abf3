import { describe, expect, test } from "@jest/globals";
import { readText } from "../read-text.ts";
import { keeps, leftOf, SECRET } from "./left.ts";

describe("what is between signs is private", () => {
  test.each([
    ["comments", `<!-- private -->\n\n${SECRET}\n\n<!-- /private -->\n\n#12`],
    ["comments in words", `<!-- Begin confidential -->\n${SECRET}\n\n<!-- end of confidential -->\n\n#12`],
    ["comments with a colon", `<!-- BEGIN: PRIVATE -->\n${SECRET}\n\n<!-- END: PRIVATE -->\n\n#12`],
    ["comments of plain Markdown", `[//]: # (private)\n\n${SECRET}\n\n[//]: # (/private)\n\n#12`],
    ["our comments", `<!-- minutebook: private -->\n- ${SECRET}\n<!-- minutebook: /private -->\n\n#12`],
    ["comments within a line", `- tea <!-- private -->${SECRET}<!-- /private -->\n- #12`],
    ["a comment behind its line", `- ${SECRET} <!-- private -->\n- #12`],
    ["tags", `<private>\n\n${SECRET}\n\n</private>\n\n#12`],
    ["a class", `<div class="note private">\n<div>\n\n${SECRET}\n\n</div>\n\n${SECRET}\n\n</div>\n\n#12`],
    ["an attribute", `<section id="private">\n\n${SECRET}\n\n</section>\n\n#12`],
    ["an attribute of data", `<div data-visibility='members only'>\n\n${SECRET}\n\n</div>\n\n#12`],
    ["an attribute without a value", `<div private>\n\n${SECRET}\n\n</div>\n\n#12`],
    ["colons", `::: private\n${SECRET}\n\n${SECRET}\n:::\n\n#12`],
    ["colons of MyST", `:::{private}\n${SECRET}\n:::\n\n#12`],
    ["colons with a title", `:::{note} Private\n${SECRET}\n:::\n\n#12`],
    ["a directive's title", `\`\`\`{admonition} Private\n${SECRET}\n\`\`\`\n\n#12`],
    ["a directive's class", `~~~~{note}\n:class: private\n\n~~~\n${SECRET}\n~~~\n\n${SECRET}\n~~~~\n\n#12`],
    ["a template's block", `{% block private %}\n\n${SECRET}\n\n{% endblock %}\n\n#12`],
    [
      "a template's condition",
      `{%- if page.private -%}\n${SECRET}\n\n{% if x %}y{% endif %}\n\n${SECRET}\n\n{%- endif -%}\n\n#12`,
    ],
    ["a heading of Org", `** Private\n${SECRET}\n*** More\n\n${SECRET}\n\n** Cups\n\n#12`],
    ["a heading of a wiki", `== Private ==\n${SECRET}\n\n== Cups ==\n\n#12`],
    ["a heading of Textile", `h2. Private\n\n${SECRET}\n\nh2. Cups\n\n#12`],
    ["a block of Org", `#+begin_private\n${SECRET}\n#+end_private\n\n#12`],
    ["a shortcode", `{{< private >}}\n\n${SECRET}\n\n{{< /private >}}\n\n#12`],
    ["a shortcode with Markdown", `{{% confidential %}}\n${SECRET}\n{{% /confidential %}}\n\n#12`],
    ["a template's tags", `{% private %}\n\n${SECRET}\n\n{% endprivate %}\n\n#12`],
  ])("%s", (_what, source) => {
    const left = leftOf(source);

    expect(keeps(left)).toBe(true);
    expect(left.lines).toContain("#12");
  });

  test("in HTML too", () => {
    const source = `<h1>Tea</h1>\n<!-- minutebook: private -->\n<p>${SECRET}</p>\n<!-- /minutebook: private -->\n<p>#12</p>`;
    const left = leftOf(source, "m/2021-03-02.html");

    expect(keeps(left)).toBe(true);
    expect(left.read).toContain("octo/tea#12");
  });
});

test.each([
  ["<!-- TODO: move it to the private repository -->\n\n#12"],
  ["`<!-- minutebook: private -->` is how #12 is marked"],
  ["```html\n<!-- minutebook: private -->\n```\n\n#12"],
  ['<a href="private">#12</a>'],
  ['<div id="private-repositories">\n\n#12\n\n</div>'],
  ["{% if site.title %}\n\n#12\n\n{% endif %}"],
  ["{{< youtube private >}}\n\n#12"],
  ['<div class="container">\n\n#12\n\n</div>'],
])("%j keeps nothing private", (source) => {
  expect(leftOf(source).lines).toContain("#12");
});

test("all of an item is private that has a private line", () => {
  const source = `- cups ${SECRET} <!-- private -->wages\n  <!-- /private -->\n  - ${SECRET}\n- #12`;
  const left = leftOf(source);

  expect(keeps(left)).toBe(true);
  expect(left.lines).toContain("#12");
});

test("nothing that follows a private part has its heading, lead-in or link", () => {
  const source = [
    "# Tea",
    "<!-- private -->",
    `## ${SECRET}`,
    "<!-- /private -->",
    "- TODO: Ada to look at [the cups][c] of #12",
    "<!-- private -->",
    `[c]: https://github.com/octo/${SECRET}/issues/7`,
    "<!-- /private -->",
  ].join("\n\n");
  const { references, topics } = readText(source);

  expect(keeps(leftOf(source))).toBe(true);
  expect(topics).toEqual([]);
  expect(references.map(({ target }) => target)).toEqual(["octo/tea#12"]);
});
