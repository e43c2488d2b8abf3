import type { Annotation, CheckRun } from "../../world/entities.ts";
import { blobUrl, checkRunUrl, repositoryApi } from "../../world/links.ts";
import type { World } from "../../world/world.ts";
import { instantOrNull } from "./account.ts";
import { appShape } from "./app.ts";

export function checkRunShape(world: World, run: CheckRun) {
  const url = `${repositoryApi(world, run.repository)}/check-runs/${run.id}`;
  return {
    id: run.id,
    name: run.name,
    node_id: run.nodeId,
    head_sha: run.headSha,
    external_id: run.externalId,
    url,
    html_url: checkRunUrl(world, run),
    details_url: run.detailsUrl ?? checkRunUrl(world, run),
    status: run.status,
    conclusion: run.conclusion,
    started_at: instantOrNull(run.startedAt),
    completed_at: instantOrNull(run.completedAt),
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: run.suiteId },
    app: world.app === null ? null : appShape(world, world.app),
    pull_requests: [],
  };
}

export function annotationShape(world: World, run: CheckRun, annotation: Annotation) {
  return {
    path: annotation.path,
    blob_href: blobUrl(world, run.repository, run.headSha, annotation.path),
    start_line: annotation.start_line,
    start_column: annotation.start_column ?? null,
    end_line: annotation.end_line,
    end_column: annotation.end_column ?? null,
    annotation_level: annotation.annotation_level,
    title: annotation.title ?? null,
    message: annotation.message,
    raw_details: annotation.raw_details ?? null,
  };
}
