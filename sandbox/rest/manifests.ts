import { type Answer, type Call, created } from "../http/answer.ts";
import type { Route } from "../http/route.ts";
import { convertManifest } from "../world/manifests.ts";
import { appShape } from "./shapes/app.ts";

/** The one operation that needs no token: the code is secret enough. */
function convert(call: Call): Answer {
  const { app, pem, webhookSecret, clientSecret } = convertManifest(call.world, String(call.path.code));
  const shape = appShape(call.world, app);
  return created({ ...shape, client_secret: clientSecret, webhook_secret: webhookSecret, pem });
}

export const manifestRoutes: readonly Route[] = [
  { operation: "POST /app-manifests/{code}/conversions", anyone: true, handle: convert },
];
