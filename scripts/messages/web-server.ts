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
  {
    says: "This form was sent by a page of another site.",
    because: "a page tried to use your browser",
    remedy: "close that page; open the set-up page under the address that the log shows",
  },
  {
    says: "This is not a form of the set-up page.",
    because: "something much longer was sent",
    remedy: "use the page's own form",
  },
  {
    says: "This is no name of an organization. Write it as in its address on GitHub.",
    because: "an organization's name has letters, digits and hyphens",
    remedy: "as it says",
  },
  {
    says: "This is no address. Write it as https://minutes.example.com/api/github/webhooks, or leave it out.",
    because: "GitHub sends webhooks to an address of the web",
    remedy: "as it says",
  },
  {
    says: "GitHub does not reach this address from the Internet, and refuses it. Leave it out, and set it later in the app's settings.",
    because: "the address is of this machine or of an inner network",
    remedy: "as it says",
  },
  {
    says: "GitHub does not take the code (…). Begin again.",
    because: "the code was used already, is older than an hour, or is not GitHub's",
    remedy: "go back to the set-up page",
  },
  {
    says: "GitHub's answer is not an app's registration. Begin again.",
    because: "GitHub, or a proxy before it, answered something else",
    remedy: "go back to the set-up page; look at `GHE_HOST`",
  },
  {
    says: "GitHub's answer names a page of another site.",
    because: "`GHE_HOST` leads to something that is not your GitHub",
    remedy: "correct `GHE_HOST`",
  },
  {
    says: "The app could not be registered",
    because: "as its cause says",
    remedy: "begin again on the set-up page",
  },
  {
    says: "APP_ID is not set, and the set-up page could keep nothing in …: …. Set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET, or give it a DATA_FOLDER that it may write to.",
    because: "there are no credentials, and no place to keep new ones",
    remedy: "as it says",
  },
  {
    says: "The credentials in … cannot be read (…). Give the file to the app's user.",
    because: "another user has written them",
    remedy: "as it says",
  },
  {
    says: "The credentials in … are damaged. Set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET, or remove the file to register an app anew.",
    because: "somebody edited the file, or the disk was full",
    remedy: "as it says",
  },
  {
    says: "The data folder was open to other users of this machine, and is no more",
    because: "an older version, a copy or a restored backup left it so",
    remedy: "nothing; where others use the machine, change the secrets that were in it",
  },
  {
    says: "The data folder is open to other users of this machine, and belongs to another: …",
    because: "the app's user may not change its rights",
    remedy: "give the folder to the app's user: `chown -R`",
  },
];
