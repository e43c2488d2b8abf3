import { describe, expect, test } from "@jest/globals";
import { MONTH_NUMBERS } from "../../src/language/calendar.ts";
import { languages, splitWords } from "../../src/language/languages.ts";
import type { Language } from "../../src/language/language.ts";

const lists = (words: Language): readonly (readonly [string, string])[] =>
  Object.entries(words).flatMap(([part, kinds]) =>
    typeof kinds === "string"
      ? []
      : Object.entries(kinds as object).flatMap(([kind, list]) =>
          [list].flat().map((one) => [`${part}.${kind}`, String(one)] as const),
        ),
  );

test("each language has a code of its own, and English is first", () => {
  const codes = languages.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes[0]).toBe("en");
});

describe.each(languages.map((language) => [language.code, language] as const))(
  "the words of %s",
  (_, language) => {
    test("are in small letters, but for classes of characters", () => {
      for (const [kind, list] of lists(language))
        expect([kind, list.replace(/\\[A-Z]|\\p\{\w+\}/g, "")]).toEqual([
          kind,
          list.replace(/\\[A-Z]|\\p\{\w+\}/g, "").toLowerCase(),
        ]);
    });

    test("have no empty alternative and no group that captures", () => {
      for (const [kind, list] of lists(language)) {
        if (list === "" || /privacy/.test(kind)) continue;
        expect(`|${list}|`).not.toContain("||");
        expect(list).not.toMatch(/(?<!\\)\((?!\?)/);
      }
    });

    test("name twelve months or none", () => {
      expect([0, 12]).toContain(language.calendar?.months.length ?? 0);
      for (const [index, names] of (language.calendar?.months ?? []).entries())
        for (const name of splitWords(names)) expect(MONTH_NUMBERS.get(name)).toBe(index + 1);
    });
  },
);
