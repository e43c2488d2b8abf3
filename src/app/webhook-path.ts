/** Where GitHub's webhooks come in. */
export const WEBHOOK_PATH = "/api/github/webhooks";
