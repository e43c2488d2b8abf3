import { describe, expect, test } from "@jest/globals";
import { decideWork } from "../../src/action/decide.ts";
import type { Inputs } from "../../src/action/inputs.ts";

const INPUTS: Inputs = {
  token: "t",
  mode: "auto",
  repository: "harbour/crew",
  paths: [],
  from: null,
  approve: false,
  readSeconds: 10,
};

const payload = {
  pull_request: { number: 20, head: { sha: "c0ffee" }, base: { ref: "main" } },
  repository: { full_name: "harbour/crew", default_branch: "main" },
  sender: { login: "mallory" },
};

const decide = (name: string, inputs: Partial<Inputs>) =>
  decideWork({ name, payload, repository: "harbour/crew" }, { ...INPUTS, ...inputs }, null);

describe.each(["pull_request", "pull_request_target"])("on %s", (event) => {
  test.each<Partial<Inputs>>([{}, { paths: ["meetings"] }, { from: "0".repeat(40) }, { approve: true }])(
    "nothing but a preview is made, whatever the inputs name: %j",
    (inputs) => {
      expect(decide(event, inputs)).toMatchObject({ kind: "preview", commit: "c0ffee" });
    },
  );

  test.each<Partial<Inputs>>([{}, { paths: ["meetings"] }, { from: "0".repeat(40) }])(
    "nothing is posted for minutes of another repository: %j",
    (inputs) => {
      expect(decide(event, { ...inputs, repository: "harbour/ferry" })).toMatchObject({ kind: "nothing" });
    },
  );

  test.each<Partial<Inputs>>([{}, { paths: ["meetings"] }, { repository: "harbour/ferry" }])(
    "mode: apply is refused: %j",
    (inputs) => {
      expect(() => decide(event, { ...inputs, mode: "apply" })).toThrow(
        expect.objectContaining({ code: "apply-on-pull" }),
      );
    },
  );

  test("mode: plan shows the minutes of another repository", () => {
    expect(decide(event, { mode: "plan", repository: "harbour/ferry" })).toEqual({
      kind: "standing",
      paths: [""],
    });
  });
});
