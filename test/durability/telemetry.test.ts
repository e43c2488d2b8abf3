import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { json } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { startTelemetry } from "../../src/app/telemetry.ts";
import { makeFolder } from "../cli/folder.ts";
import { makeApp } from "./app-process.ts";
import { pushMinutes, startWorld } from "./world.ts";

jest.setTimeout(90_000);

interface Span {
  readonly name: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly { readonly key: string; readonly value: object }[];
}

/** Somebody who takes traces, as a collector does. */
let collector: Server;
let url: string;
let spans: Span[];
let metrics: string[];

beforeEach(async () => {
  spans = [];
  metrics = [];
  collector = createServer(async (request, response) => {
    // biome-ignore lint/suspicious/noExplicitAny: OTLP, as far as it is looked at.
    const body: any = await json(request);
    for (const { scopeSpans = [] } of body.resourceSpans ?? []) {
      for (const scope of scopeSpans) spans.push(...scope.spans);
    }
    for (const { scopeMetrics = [] } of body.resourceMetrics ?? []) {
      for (const scope of scopeMetrics) metrics.push(...scope.metrics.map(({ name }: Span) => name));
    }
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  }).listen(0, "127.0.0.1");
  await once(collector, "listening");
  url = `http://127.0.0.1:${Object(collector.address()).port}`;
});

afterEach(() => {
  collector.closeAllConnections();
  collector.close();
});

describe("OpenTelemetry", () => {
  test("sees pg-boss's job, ours in it, and each step in that", async () => {
    const { sandbox, registration } = await startWorld();
    const place = { dataFolder: makeFolder({}) };
    const app = await makeApp(sandbox, registration, place, {
      OTEL_EXPORTER_OTLP_ENDPOINT: url,
      OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
    });
    sandbox.setWebhook(app.webhookUrl);
    await app.start();

    await pushMinutes(sandbox);
    while (!(await app.isIdle())) await wait(50);
    await app.stop();
    await sandbox.stop();

    const job = spans.find(({ name }) => name === "job push");
    const parent = spans.find(({ spanId }) => spanId === job?.parentSpanId);
    const steps = spans.filter(({ name }) => name.startsWith("step "));
    expect(parent?.name).toBe("process jobs");
    expect(job?.attributes).toContainEqual({
      key: "minutebook.repository",
      value: { stringValue: "grove/minutes" },
    });
    expect(new Set(steps.map(({ name }) => name))).toEqual(
      new Set([
        "step label create",
        "step issue create",
        "step comment create",
        "step milestone update",
        "step assign-milestone update",
      ]),
    );
    expect(new Set(steps.map(({ parentSpanId }) => parentSpanId))).toEqual(new Set([job?.spanId]));
    expect(metrics).toContain("messaging.process.duration");
    expect(JSON.stringify(spans)).not.toMatch(/old trees|ladder/);
  });
});

describe("its SDK", () => {
  const load = jest.fn<() => Promise<never>>();

  test.each([
    ["nothing is set", {}],
    ["nothing is to be sent", { OTEL_TRACES_EXPORTER: "none" }],
    ["it is switched off", { OTEL_EXPORTER_OTLP_ENDPOINT: "http://here", OTEL_SDK_DISABLED: "true" }],
    ["only its name is set", { OTEL_SERVICE_NAME: "minutes" }],
  ])("is not loaded where %s", async (_what, env) => {
    expect(await startTelemetry(env, load)).toBeNull();
    expect(load).not.toHaveBeenCalled();
  });

  test("is asked for where it is wanted and not installed", async () => {
    load.mockRejectedValue(new Error("Cannot find package"));

    await expect(startTelemetry({ OTEL_EXPORTER_OTLP_ENDPOINT: "http://here" }, load)).rejects.toThrow(
      /npm install @opentelemetry\/sdk-node/,
    );
  });
});
