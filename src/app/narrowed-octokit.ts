import type { Probot } from "probot";
import { z } from "zod";
import type { OctokitLike } from "../github/client.ts";
import {
  createTokens,
  type Memo,
  type Narrowing,
  type Permissions,
  type TokenIssuer,
} from "../github/narrow.ts";

/** As much of Octokit's request as is used to sign it. */
interface Signable {
  readonly headers: Record<string, unknown>;
  readonly request?: { readonly narrowing?: Narrowing };
}

interface Sender {
  (endpoint: Signable): Promise<unknown>;
  readonly endpoint: { merge(route: unknown, parameters: unknown): Signable };
}

const GRANTED = z.object({ permissions: z.record(z.string(), z.string()) });

const TOKEN = z.object({ token: z.string().min(1), expires_at: z.string() });

/**
 * Makes an Octokit for each installation. Each of its requests says what its token is to be narrowed to; with a token
 * that GitHub does not take any more it is sent once again with a new one.
 *
 * @param now - In milliseconds.
 * @param memo - Where it is kept what installations do not have.
 * @param onToken - Called with the installation whose minutes need it, each time that GitHub is asked for a token.
 */
export function narrowedOctokits(
  probot: Pick<Probot, "auth">,
  now: () => number,
  memo: Memo,
  onToken?: (by: number) => void,
): (installation: number) => Promise<OctokitLike> {
  const findToken = createTokens(issuerOf(probot), now, memo, onToken);
  return async (installationId) => {
    const whole: Narrowing = {
      installation: installationId,
      repositories: [],
      optional: [],
      permissions: {},
    };
    const hook = async (send: Sender, route: unknown, parameters: unknown) => {
      const endpoint = send.endpoint.merge(route, parameters);
      const narrowing = endpoint.request?.narrowing ?? whole;
      const sign = async (refresh: boolean) => {
        endpoint.headers.authorization = `token ${await findToken.find(narrowing, refresh)}`;
        return send(endpoint);
      };
      try {
        return await sign(false);
      } catch (error) {
        if (!isOfToken(error, () => findToken.mayRenew(narrowing))) throw error;
        return sign(true);
      }
    };
    const app = await probot.auth();
    return (await app.auth({
      type: "installation",
      installationId,
      factory: ({ octokit, octokitOptions }: Factory) =>
        new octokit.constructor({
          ...octokitOptions,
          throttle: octokitOptions.throttle?.enabled
            ? { ...octokitOptions.throttle, id: String(installationId) }
            : { enabled: false },
          authStrategy: () => Object.assign(async () => ({ type: "token" }), { hook }),
          auth: { installationId },
        }),
    })) as OctokitLike;
  };
}

/**
 * Whether another token may be better: GitHub does not take this one any more; or it was made for a repository that has
 * another name by now, and another repository has its name.
 */
function isOfToken(error: unknown, mayRenew: () => boolean): boolean {
  const { status, message = "" } = error as { readonly status?: number; readonly message?: string };
  return status === 401 || (status === 403 && /not accessible by integration/i.test(message) && mayRenew());
}

interface Factory {
  readonly octokit: { readonly constructor: new (options: object) => unknown };
  readonly octokitOptions: { readonly throttle?: { readonly enabled?: boolean } };
}

function issuerOf(probot: Pick<Probot, "auth">): TokenIssuer {
  return {
    async ask(installation_id, { repositories, permissions }) {
      const app = await probot.auth();
      const { data } = await app.request("POST /app/installations/{installation_id}/access_tokens", {
        installation_id,
        ...(repositories === undefined ? {} : { repositories: [...repositories] }),
        ...(permissions === undefined ? {} : { permissions: { ...permissions } }),
      });
      const { token, expires_at } = TOKEN.parse(data);
      return { token, expiresAt: Date.parse(expires_at) };
    },
    async readGranted(installation_id) {
      const app = await probot.auth();
      const { data } = await app.request("GET /app/installations/{installation_id}", { installation_id });
      return GRANTED.parse(data).permissions as Permissions;
    },
  };
}
