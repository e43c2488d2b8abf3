import { isSameName } from "../../src/minutes/repository-name.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { Scenario, ScenarioRepository, ScenarioThread } from "./scenario.ts";

/** Puts everything on the sandbox that is there before the first push, and installs the app for all of it. */
export function buildWorld({ world }: Sandbox, scenario: Scenario): void {
  for (const login of scenario.people) world.addUser(login);
  const others = scenario.repositories.filter(({ name }) => !isSameName(name, scenario.minutes));
  for (const name of [scenario.minutes, ...others.map((repository) => repository.name)])
    world.addRepository(name);
  for (const repository of scenario.repositories) addContents(world, repository, scenario.people);
  if (Object.keys(scenario.files).length > 0) {
    world.commit(scenario.minutes, scenario.files, { message: "Begin to keep minutes here" });
  }
  for (const { name, accept } of scenario.repositories) {
    if (accept.length === 0) continue;
    const config = `accept: ${JSON.stringify(accept)}\n`;
    world.commit(name, { ".github/minutebook.yml": config }, { message: "Let minutes be posted here" });
  }
  const owners = new Set(world.repositories().map(({ owner }) => owner.login));
  for (const owner of owners) world.addInstallation(owner);
}

function addContents(
  world: Sandbox["world"],
  repository: ScenarioRepository,
  people: readonly string[],
): void {
  const { name, milestones, threads } = repository;
  for (const login of people) world.addCollaborator(name, login);
  for (const label of new Set(threads.flatMap(({ labels }) => labels))) world.addLabel(name, label);
  for (const milestone of milestones) world.addMilestone(name, milestone);
  for (const thread of threads) addThread(world, name, thread);
}

function addThread(world: Sandbox["world"], name: string, thread: ScenarioThread): void {
  const { number, kind, title, author, labels } = thread;
  const fields = {
    number,
    labels,
    ...(title === null ? {} : { title }),
    ...(author === null ? {} : { author }),
  };
  if (kind === "pull") world.addPull(name, fields);
  else if (kind === "discussion") world.addDiscussion(name, fields);
  else world.addIssue(name, fields);
}
