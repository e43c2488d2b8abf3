import type { Probot, Server } from "probot";

type Handler = Parameters<Server["addHandler"]>[0];

/**
 * Hears webhooks at `/` too: an app that was registered by Probot's page in one click is told to GitHub with that
 * address, whatever the path of its webhooks is.
 */
export async function answerAtRoot(probot: Probot): Promise<Handler> {
  const middleware = await probot.getNodeMiddleware({ path: "/" });
  return (request, response) => {
    const isWebhook = request.method === "POST" && request.url === "/";
    return isWebhook ? middleware(request, response) : false;
  };
}
