import type { Entry } from "./entry.ts";

/** From `src/app/server/` and `src/app/set-up/`: what whoever asks is answered, and what the log says of it. */
export const webServerMessages: readonly Entry[] = [
  {
    says: "A body may have … bytes.",
    because: "what was sent is longer than a webhook that the app hears",
    remedy: "nothing: [limits](operating.md#limits-of-the-web-server)",
  },
  {
    says: "Figures are for whoever has METRICS_TOKEN.",
    because: "`/metrics` was asked for without the token, or with another",
    remedy: "send `Authorization: Bearer` with the token",
  },
  {
    says: "This name is not mine. Its operator can add it to ALLOWED_HOSTS.",
    because: "the app was asked under a name that it does not know, as by a page of another site",
    remedy: "where the name is yours, add it to `ALLOWED_HOSTS`",
  },
  { says: "This is no path.", because: "the request was made for a proxy", remedy: "ask for a path" },
  {
    says: "Webhooks are application/json.",
    because: "the webhook sends forms",
    remedy: "choose `application/json` as the content type in the app's settings on GitHub",
  },
  {
    says: "Webhooks are not compressed.",
    because: "whoever sent this is not GitHub",
    remedy: "nothing; look for a proxy that compresses",
  },
  {
    says: "A request could not be answered",
    because: "a mistake in Minutebook, as its cause says",
    remedy: "please report it",
  },
  {
    says: "Something went wrong here.",
    because: "a mistake in Minutebook; the log has its cause",
    remedy: "please report it",
  },
  {
    says: "Port … is already in use. Set PORT to another, or stop what listens there.",
    because: "another process listens there, perhaps an older Minutebook",
    remedy: "as it says",
  },
  {
    says: "A webhook's signature does not match. Is WEBHOOK_SECRET what the app has on GitHub?",
    because: "the secrets differ, or a stranger tries",
    remedy: "`minutebook doctor` tells whether GitHub's own deliveries fail",
  },
  {
    says: "Not ready: the database does not answer",
    because: "as its cause says",
    remedy: "look at the database; webhooks are answered with 503 meanwhile, and caught up with",
  },
  {
    says: 'Unexpected PORT="…", expected a number up to 65535.',
    because: "there are no more ports",
    remedy: "choose a smaller one",
  },
];
