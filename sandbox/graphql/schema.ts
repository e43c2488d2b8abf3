import { readFileSync } from "node:fs";
import { buildSchema, type GraphQLSchema } from "graphql";
import { packageFile } from "../package-file.ts";

let schema: GraphQLSchema | undefined;

/** GitHub's own schema, read when it is first needed: it takes about a fifth of a second. */
export function loadSchema(): GraphQLSchema {
  if (schema === undefined) {
    const file = packageFile("@octokit/graphql-schema", "schema.graphql");
    schema = buildSchema(readFileSync(file, "utf8"), { assumeValid: true, assumeValidSDL: true });
  }
  return schema;
}
