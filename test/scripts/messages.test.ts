import { describe, expect, test } from "@jest/globals";
import { explained } from "../../scripts/messages/catalogue.ts";
import { reasons } from "../../src/messages/reasons.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { runCli } from "../cli/run-cli.ts";
import { collectFindings } from "../../scripts/messages/doctor.ts";
import { collectMessages, messagesIn } from "../../scripts/messages/collect.ts";

const collected = collectMessages(".");

describe("messages for people", () => {
  test("is explained, each message with cause and remedy: add those that are listed here to scripts/messages/", () => {
    const known = new Set(explained());

    expect(collected.filter(({ text }) => !known.has(text))).toEqual([]);
  });

  test("is all that is explained, and nothing twice", () => {
    const texts = new Set(collected.map(({ text }) => text));

    expect(explained().filter((text) => !texts.has(text))).toEqual([]);
    expect(explained().filter((text, index, all) => all.indexOf(text) !== index)).toEqual([]);
  });

  test("is found in errors, reasons, warnings of the log and answers, with … for what is filled in", () => {
    const source = `
      throw new CliError(\`There is no \${name} here.\`, 1);
      const step = { kind, reason: isOld ? "It is old already." : "It is new here." };
      const message = "This is " + "added up.";
      log.warn(context, "Something was dropped");
      function findRefusal(state): string | null { if (state.locked) return "it is locked now"; return null; }
      const tooLong = (size) => \`That is \${size} too long.\`;
    `;

    expect(messagesIn("source.ts", source)).toEqual([
      "There is no … here.",
      "It is old already.",
      "It is new here.",
      "This is added up.",
      "Something was dropped",
      "it is locked now",
      "That is … too long.",
    ]);
  });

  test("is not taken from what people read elsewhere", () => {
    const source = `
      const help = "Prints what is read.";
      command.description("Prints what is read in minutes.");
      log.info(context, "All is well here");
      const title = { title: "What is on the page" };
      function renderNote() { return "These minutes were deleted."; }
    `;

    expect(messagesIn("source.ts", source)).toEqual([]);
  });
});

test("the doctor's findings have the nearest remedy in the code", () => {
  const found = new Map(collectFindings(".").map(({ says, remedy }) => [says, remedy]));

  expect(found.get("… cannot be reached: …")).toContain("Check the network");
  expect(found.get("This clock is … s … GitHub's.")).toContain("Set it by NTP");
  expect(found.get("No app is set up here.")).toBeNull();
});

test("a code is in one catalog only, in kebab case", () => {
  const codes = Object.values(reasons).flatMap((texts) => Object.keys(texts));

  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  expect(codes.filter((code) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(code))).toEqual([]);
});

test("the reasons of a real plan are among those of the catalogs", async () => {
  const { out } = await runCli(["plan", "--format", "json", "fixtures/lantern/minutes"], process.cwd());
  const { steps }: Plan = JSON.parse(out);
  const codes = Object.values(reasons).flatMap((texts) => Object.keys(texts));

  expect(steps.length).toBeGreaterThan(20);
  for (const { reason } of steps) expect(codes).toContain(reason.code);
});
