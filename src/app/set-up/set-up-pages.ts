import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import { httpRefusal } from "../../messages/http-refusals.ts";
import { appError } from "../../messages/app-errors.ts";
import { errorText } from "../../messages/coded-error.ts";
import { Bodies } from "../server/bodies.ts";
import type { Handler } from "../server/http-server.ts";
import { pathOf } from "../server/path-of.ts";
import { refuse } from "../server/refuse.ts";
import { proposeWebhook, readChoices, registrationAddress, writeManifest } from "./app-manifest.ts";
import { convertCode } from "./convert.ts";
import type { KeptCredentials } from "./kept-credentials.ts";
import { OneTimeCode } from "./one-time-code.ts";
import { isFromOwnPage, originOf } from "./own-page.ts";
import { choicesPage, codePage, failurePage, manifestPage, type Page, sendPage } from "./pages.ts";
import { Session } from "./session.ts";
import type { GitHubAddress } from "./web-address.ts";

/** Minutebook's forms have a few hundred. In bytes. */
const MAX_FORM = 8 * 1024;

export interface SetUpTools {
  readonly gitHub: GitHubAddress;
  readonly log: Logger;
  /** Called with each code that lets somebody in. */
  readonly announce: (code: string) => void;
  /** Keeps what GitHub gave. */
  readonly keep: (credentials: KeptCredentials) => Promise<void>;
  /** Called once the browser has its answer, with what was kept. */
  readonly onRegistered: (credentials: KeptCredentials) => void;
  /** In milliseconds. */
  readonly now: () => number;
}

type Step = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/**
 * The pages that register the app. Nobody gets anywhere without the code of the log, no page of another site can send a
 * form here, and GitHub's answer counts only in the browser that asked for it.
 */
export function makeSetUpPages(tools: SetUpTools): Handler {
  const { gitHub, log, now } = tools;
  const code = new OneTimeCode({ announce: tools.announce, now });
  const session = new Session(now);
  const bodies = new Bodies({ most: MAX_FORM, room: 64 * MAX_FORM });
  const show = (response: ServerResponse, page: Page): void => sendPage(response, page, gitHub.web);
  const offer = (): boolean => session.isOpen || code.offer();
  offer();

  const readForm = async (
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<URLSearchParams | null> => {
    const body = await bodies.read(request);
    if (typeof body !== "string") return new URLSearchParams(body.toString("utf8"));
    refuse(request, response, 413, httpRefusal("unknown-form"));
    return null;
  };

  const steps: Readonly<Record<string, Step>> = {
    "GET /"(request, response) {
      offer();
      const isIn = session.owns(request.headers.cookie);
      show(response, isIn ? choicesPage(proposeWebhook(originOf(request))) : codePage());
    },
    async "POST /setup/code"(request, response) {
      const form = await readForm(request, response);
      if (form === null) return;
      const result = code.enter(form.get("code") ?? "");
      if (result === "right") {
        log.info("The code was entered; setting up the app");
        const cookie = session.begin(originOf(request).startsWith("https:"));
        response.writeHead(303, { location: "/", "set-cookie": cookie, "cache-control": "no-store" }).end();
        return;
      }
      offer();
      show(
        response,
        codePage(result === "wrong" ? appError("wrong-set-up-code") : appError("no-set-up-code")),
      );
    },
    async "POST /setup/manifest"(request, response) {
      if (!session.owns(request.headers.cookie))
        return show(response, codePage(appError("set-up-code-first")));
      const form = await readForm(request, response);
      if (form === null) return;
      const choices = readChoices(form, gitHub);
      if ("problem" in choices)
        return show(response, choicesPage(form.get("webhook") ?? "", choices.problem));
      const address = registrationAddress(choices, gitHub, session.makeState());
      show(response, manifestPage(address, writeManifest(choices, `${originOf(request)}/setup/done`)));
    },
    async "GET /setup/done"(request, response) {
      const query = new URL(request.url ?? "/", "http://localhost").searchParams;
      const isOurs = session.owns(request.headers.cookie) && session.takeState(query.get("state") ?? "");
      if (!isOurs)
        return show(response, { ...failurePage(appError("registration-not-ours").text), status: 403 });
      try {
        const { credentials, installAt } = await convertCode(query.get("code") ?? "", gitHub);
        await tools.keep(credentials);
        response.once("close", () => tools.onRegistered(credentials));
        response
          .writeHead(303, { location: installAt, "cache-control": "no-store", connection: "close" })
          .end();
      } catch (error) {
        log.warn({ err: error }, "The app couldn't be registered");
        show(response, failurePage(errorText(error)));
      }
    },
  };

  return async (request, response) => {
    const step = Object.entries(steps).find(([name]) => name === `${request.method} ${pathOf(request)}`)?.[1];
    if (step === undefined) return false;
    if (request.method === "POST" && !isFromOwnPage(request))
      refuse(request, response, 403, httpRefusal("foreign-form"));
    else await step(request, response);
    return true;
  };
}
