import { build } from "esbuild";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What GitHub says is wrong with a workflow; empty where nothing is. */
export type WorkflowCheck = (name: string, content: string) => Promise<readonly string[]>;

/** GitHub's own parser of workflows, bundled: Node alone cannot load it, since it imports JSON without saying so. */
export async function loadWorkflowCheck(): Promise<WorkflowCheck> {
  const folder = mkdtempSync(join(tmpdir(), "workflow-parser-"));
  const outfile = join(folder, "parser.cjs");
  await build({
    entryPoints: ["@actions/workflow-parser"],
    bundle: true,
    format: "cjs",
    platform: "node",
    outfile,
  });
  const parser: typeof import("@actions/workflow-parser") = await import(pathToFileURL(outfile).href);
  rmSync(folder, { recursive: true });
  return async (name, content) => {
    const { context, value } = parser.parseWorkflow({ name, content }, new parser.NoOperationTraceWriter());
    if (value !== undefined) await parser.convertWorkflowTemplate(context, value);
    return context.errors.getErrors().map(({ message }) => message);
  };
}
