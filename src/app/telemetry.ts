import { SpanStatusCode, trace } from "@opentelemetry/api";
import { appError } from "../messages/app-errors.ts";
import { CodedError } from "../messages/coded-error.ts";
import type { InSpan } from "../github/apply/run.ts";
import { version } from "../pipeline/version.ts";
import type { Environment } from "./environment.ts";

/** Traces and figures for OpenTelemetry, while somebody wants them. */
export interface Telemetry {
  readonly inSpan: InSpan;
  /** Sends what is left. */
  readonly stop: () => Promise<void>;
}

type LoadSdk = () => Promise<typeof import("@opentelemetry/sdk-node")>;

const load: LoadSdk = () => import("@opentelemetry/sdk-node");

/** Variables of the specification that say where traces or figures go. */
const WHERE = [
  "OTEL_EXPORTER_OTLP_ENDPOINT",
  "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
  "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
  "OTEL_TRACES_EXPORTER",
  "OTEL_METRICS_EXPORTER",
  "OTEL_CONFIG_FILE",
];

/**
 * Starts OpenTelemetry by its standard variables, which its SDK reads by itself from the process. pg-boss traces its
 * jobs, we ours and their steps. The SDK is large, and is loaded only where one of the variables is set.
 *
 * @returns null: nobody wants it
 * @throws CodedError with the remedy where the SDK is not installed
 */
export async function startTelemetry(env: Environment, loadSdk = load): Promise<Telemetry | null> {
  const isWanted = WHERE.some((name) => env[name] !== undefined && !["", "none"].includes(env[name]));
  if (!isWanted || env.OTEL_SDK_DISABLED?.toLowerCase() === "true") return null;
  const { NodeSDK } = await loadSdk().catch((error: unknown) => {
    throw new CodedError(appError("no-telemetry-sdk"), { cause: error });
  });
  const sdk = new NodeSDK(env.OTEL_SERVICE_NAME ? {} : { serviceName: "minutebook" });
  sdk.start();
  return { inSpan, stop: () => sdk.shutdown() };
}

/** An error is recorded in the span, and thrown on. */
const inSpan: InSpan = (name, attributes, act) =>
  trace.getTracer("minutebook", version).startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await act();
    } catch (error) {
      span.recordException(error instanceof Error ? error : String(error));
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
