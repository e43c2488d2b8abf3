import { createPublicKey } from "node:crypto";
import { jwtVerify } from "jose";
import type { Actor } from "../world/entities.ts";
import { Refusal } from "../world/refusal.ts";
import type { World } from "../world/world.ts";

/** Who sends this `authorization` header. Throws GitHub's 401 for a token that is unknown, expired or forged. */
export async function authenticate(world: World, header: string | undefined): Promise<Actor> {
  if (header === undefined || header === "") return { kind: "anonymous" };
  const [scheme = "", credentials = ""] = header.split(/\s+/, 2);
  const token = scheme.toLowerCase() === "basic" ? passwordOf(credentials) : credentials;
  if (token.split(".").length === 3) return authenticateApp(world, token);
  const known = world.tokens.get(token);
  if (known === undefined) throw new Refusal(401, "Bad credentials");
  if (known.expiresAt !== null && known.expiresAt <= world.now()) throw new Refusal(401, "Bad credentials");
  if (known.actor.kind === "installation") {
    const { installation } = known.actor;
    if (installation.suspended) throw new Refusal(403, "This installation has been suspended");
  }
  return known.actor;
}

function passwordOf(credentials: string): string {
  const [, password = ""] = Buffer.from(credentials, "base64").toString().split(":");
  return password;
}

/** The app, by a JWT that its private key signed: RS256, at most ten minutes, `iss` its id. */
async function authenticateApp(world: World, token: string): Promise<Actor> {
  const { app } = world;
  if (app === null || app.publicKey === null) throw new Refusal(401, "A JSON web token could not be decoded");
  try {
    const key = createPublicKey(app.publicKey);
    // GitHub goes by its own clock, not by the time that the world pretends.
    const { payload } = await jwtVerify(token, key, { algorithms: ["RS256"], clockTolerance: 60 });
    if (String(payload.iss) !== String(app.id)) throw new Refusal(401, "Integration not found");
    if ((payload.exp ?? 0) - (payload.iat ?? 0) > 660) {
      throw new Refusal(401, "'Expiration time' claim ('exp') is too far in the future");
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(401, "A JSON web token could not be decoded");
  }
  return { kind: "app" };
}
