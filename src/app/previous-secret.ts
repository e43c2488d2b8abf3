import { sign, verify } from "@octokit/webhooks-methods";
import type { Probot } from "probot";

/**
 * Takes webhooks that are still signed with the secret before the present one, while it is being changed on GitHub.
 * `@octokit/webhooks` knows several secrets, but Probot gives it one: such a delivery is handed on under the present
 * one.
 */
export function acceptPreviousSecret(
  { webhooks }: Pick<Probot, "webhooks">,
  secrets: { readonly present: string; readonly previous: string },
): void {
  const receive = webhooks.verifyAndReceive;
  webhooks.verifyAndReceive = async (event) => {
    const isOld = await isSignedWith(secrets.previous, event);
    return receive(isOld ? { ...event, signature: await sign(secrets.present, event.payload) } : event);
  };
}

async function isSignedWith(
  secret: string,
  { payload, signature }: { readonly payload: string; readonly signature: string },
): Promise<boolean> {
  try {
    return await verify(secret, payload, signature);
  } catch {
    // A signature that is none is refused by whoever checks next.
    return false;
  }
}
