import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { applied, FIRST, fileOf, issuesOf, plan, repositoryOf, SECOND, snapshotOf } from "../builders.ts";

/** The same task in three meetings, and another one that only the last has. */
const FILES = [
  ["2021-03-04", "- TODO: Mona to mend the whistle of the kettle"],
  ["2021-03-11", "## Carried over\n\n- TODO: Mona to mend the whistle of the kettle."],
  [
    "2021-03-18",
    "## Carried over\n\n- TODO: Mona to mend the whistle of the kettle\n- TODO: Hubot to order tea",
  ],
].map(([date, text]) => {
  const path = `meetings/${date}.md`;
  return fileOf(`# Call ${date}\n\n${text}\n`, null, { path });
});

const anyFiles = fc.uniqueArray(fc.constantFrom(...FILES), { minLength: 1 });

test("minutes that were planned once leave their issues alone, whichever are planned again and in what order", () => {
  fc.assert(
    fc.property(fc.array(anyFiles, { minLength: 1, maxLength: 5 }), (again) => {
      let state = repositoryOf();
      for (const file of FILES) state = applied(state, plan([file], { snapshot: snapshotOf(state) }));
      expect(state.actionIssues).toHaveLength(2);

      for (const files of again) {
        const made = plan(files, { snapshot: snapshotOf(state), commit: SECOND, before: FIRST });
        expect(issuesOf(made).map(({ action }) => action)).toEqual(issuesOf(made).map(() => "keep"));
        state = applied(state, made);
      }
    }),
    { numRuns: 30 },
  );
});
