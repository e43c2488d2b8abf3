import { type GraphQLRequest, runGraphQL } from "../graphql/execute.ts";
import { RATE_LIMIT } from "../rest/meta.ts";
import { Refusal } from "../world/refusal.ts";
import type { World } from "../world/world.ts";
import { authenticate } from "./auth.ts";
import { type Exchange, jsonReply, type Reply } from "./exchange.ts";

/** Answers one GraphQL request: 200 whatever the query says, 400 and 401 where there is none or nobody. */
export async function answerGraphQL(
  options: { readonly world: World; readonly report: (problem: string) => void },
  exchange: Exchange,
): Promise<Reply> {
  const { request, text, record } = exchange;
  record.operation = "graphql";
  try {
    const actor = await authenticate(options.world, request.headers.authorization);
    if (actor.kind === "anonymous") throw new Refusal(401, "This endpoint requires you to be authenticated.");
    if (actor.kind === "app") throw new Refusal(403, "Resource not accessible by integration");
    record.installation = actor.kind === "installation" ? actor.installation.id : null;
    const answer = await runGraphQL({ ...options, actor }, readRequest(text), (fields) => {
      record.fields = fields;
    });
    return jsonReply(200, answer, {
      "x-github-media-type": "github.v4; format=json",
      "x-ratelimit-limit": String(RATE_LIMIT),
      "x-ratelimit-remaining": String(RATE_LIMIT - 1),
      "x-ratelimit-resource": "graphql",
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    record.message = error.message;
    return jsonReply(error.status, {
      message: error.message,
      documentation_url: "https://docs.github.com/graphql",
    });
  }
}

function readRequest(text: string): GraphQLRequest {
  try {
    return JSON.parse(text) as GraphQLRequest;
  } catch {
    throw new Refusal(400, "Problems parsing JSON");
  }
}
