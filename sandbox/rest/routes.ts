import type { Route } from "../http/route.ts";
import { appRoutes } from "./app.ts";
import { checkRoutes } from "./checks.ts";
import { commentRoutes } from "./comments.ts";
import { commitRoutes } from "./commits.ts";
import { contentRoutes } from "./contents.ts";
import { gitRoutes } from "./git.ts";
import { issueRoutes } from "./issues.ts";
import { labelRoutes } from "./labels.ts";
import { manifestRoutes } from "./manifests.ts";
import { metaRoutes } from "./meta.ts";
import { milestoneRoutes } from "./milestones.ts";
import { pullRoutes } from "./pulls.ts";
import { repositoryRoutes } from "./repositories.ts";
import { writeContentRoutes } from "./write-contents.ts";
import { writeGitRoutes } from "./write-git.ts";

/** Every REST operation that the sandbox answers, by its name in GitHub's description. */
export const routes: ReadonlyMap<string, Route> = new Map(
  [
    ...appRoutes,
    ...checkRoutes,
    ...commentRoutes,
    ...commitRoutes,
    ...contentRoutes,
    ...gitRoutes,
    ...issueRoutes,
    ...labelRoutes,
    ...manifestRoutes,
    ...metaRoutes,
    ...milestoneRoutes,
    ...pullRoutes,
    ...repositoryRoutes,
    ...writeContentRoutes,
    ...writeGitRoutes,
  ].map((route) => [route.operation, route]),
);
