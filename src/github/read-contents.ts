import { z } from "zod";
import type { RepositoryName } from "../minutes/meeting.ts";
import type { MilestoneState } from "../plan/snapshot.ts";
import type { Client } from "./client.ts";
import type { Clients } from "./clients.ts";
import type { Card, Contents, FileName, OpenTarget, Reach, ReadConfig } from "./port.ts";
import { takePart } from "./graphql-answer.ts";
import { QueryBuilder } from "./query-builder.ts";
import { readCards, selectCards, takeCards, toCards } from "./read-cards.ts";
import { FILES_PER_REQUEST, readFiles, selectFiles, takeFiles, toReadings } from "./read-files.ts";
import { readTargetMilestones } from "./read-milestones.ts";
import { completeAll, selectMilestones, takeMilestones, takeTargets } from "./snapshot/milestones.ts";
import { rememberViewer, takeViewer } from "./write/people.ts";
import { hasSameOwner, isSameName } from "../minutes/repository-name.ts";

/** So many repositories of other owners are asked for one push whether they agree. */
export const MAX_FOREIGN = 20;

/** So many repositories of its own owner. */
const MAX_OWN = 100;

/** The minutes' repository, and the identity under which it is read. */
export interface Home {
  readonly client: Client;
  readonly repository: RepositoryName;
  /** Reads what other repositories say of themselves. */
  readonly readConfig: ReadConfig;
}

/**
 * Reads files of the minutes' repository, and the milestones of the repositories that they may mention: one request for
 * each installation, and one more for each further hundred of files. A repository of another owner is asked for what it
 * says of itself, as everybody can read it; its milestones are asked for once it has agreed. Only where nobody can
 * read it is it asked under its own installation, and that says nothing to these minutes unless it agrees.
 */
export async function readContents(
  clients: Clients,
  home: Home,
  wanted: readonly FileName[],
  reach: Reach,
): Promise<Contents> {
  const { client, repository } = home;
  const { near, far } = await sortTargets(clients, home, reach);
  const first = wanted.slice(0, FILES_PER_REQUEST);
  const builder = new QueryBuilder();
  const { text, variables } = builder.build(
    [
      "viewer { login }",
      `files: ${selectFiles(builder, repository, first)}`,
      selectMilestones(builder, near),
      selectCards(builder, far),
      far.length === 0 ? "" : `home: ${builder.repository(repository)} { createdAt }`,
    ].join("\n"),
  );
  const answer = await client.query(text, variables, (whole) => ({
    viewer: takeViewer(whole),
    objects: takeFiles(whole, "files", first),
    pages: takeMilestones(whole, near),
    targets: takeTargets(whole, near),
    cards: takeCards(whole, far),
    bornAt: far.length === 0 ? null : takePart(whole, ["home", "createdAt"], z.string()),
  }));
  rememberViewer(client, answer.viewer.login);
  const files = await toReadings(client, repository, first, answer.objects);
  const rest = await readFiles(client, repository, wanted.slice(FILES_PER_REQUEST));
  const own = toOwnTargets(answer.targets, repository);
  const pages = new Map([...answer.pages].filter(([name]) => own[name] !== undefined));
  const milestones = await completeAll(client, pages);
  const cards = await toCards(home.readConfig, answer.cards);
  const asked = { names: far, admit: (card: Card) => reach.admit(card, answer.bornAt), scope: reach.scope };
  const agreed = await findAgreed(clients, home, asked, cards);
  return {
    files: [...files, ...rest],
    milestones: { ...Object.fromEntries(milestones), ...(await readMore(clients, agreed)) },
    open: { ...own, ...Object.fromEntries(agreed.map((card) => [card.askedAs, card])) },
  };
}

/** Which targets are asked at once with the minutes' own identity, and which have to be asked first. */
async function sortTargets(
  clients: Clients,
  { client, repository }: Home,
  { targets, scope }: Reach,
): Promise<{ near: readonly RepositoryName[]; far: readonly RepositoryName[] }> {
  const near: RepositoryName[] = [];
  const far: RepositoryName[] = [];
  let own = 0;
  for (const target of targets) {
    if (isSameName(target, repository)) near.push(target);
    else if (scope === "public" || !hasSameOwner(target, repository)) far.push(target);
    else if (own < MAX_OWN) {
      own += 1;
      const choice = await clients.of(target);
      if (choice.installed) (choice.client === client ? near : far).push(target);
    }
  }
  return { near, far: far.slice(0, MAX_FOREIGN) };
}

/** Those of the minutes' owner. One that went to another owner has to be asked first, the next time. */
function toOwnTargets(
  targets: readonly (readonly [RepositoryName, OpenTarget])[],
  minutes: RepositoryName,
): Readonly<Record<RepositoryName, OpenTarget>> {
  return Object.fromEntries(targets.filter(([, { name }]) => hasSameOwner(name, minutes)));
}

/** The repositories that have to be asked first, and whether one of them has agreed. */
interface Asked extends Pick<Reach, "scope"> {
  readonly names: readonly RepositoryName[];
  readonly admit: (card: Card) => Promise<boolean>;
}

/** Those of other owners that have agreed; what they say in public counts first, and costs them nothing. */
async function findAgreed(
  clients: Clients,
  home: Home,
  { names, admit, scope }: Asked,
  seen: readonly Card[],
): Promise<readonly Card[]> {
  const visible = scope === "all" ? seen : seen.filter(({ visibility }) => visibility === "public");
  const agreed: Card[] = [];
  for (const card of visible) if (await admit(card)) agreed.push(card);
  if (scope === "public") return agreed;
  const reached: Card[] = [];
  for (const card of agreed) if ((await clients.of(card.askedAs)).installed) reached.push(card);
  const hidden = names.filter((name) => !seen.some(({ askedAs }) => askedAs === name));
  return [...reached, ...(await askHidden(clients, home, hidden, admit))];
}

/** Those that agree of repositories that show nothing in public, where the app is installed on them. */
async function askHidden(
  clients: Clients,
  { client: own, readConfig }: Home,
  names: readonly RepositoryName[],
  admit: Asked["admit"],
): Promise<readonly Card[]> {
  const groups = new Map<string, { readonly client: Client; readonly asked: RepositoryName[] }>();
  for (const name of names) {
    const choice = await clients.of(name);
    if (!choice.installed || choice.client === own) continue;
    const group = groups.get(choice.id) ?? { client: choice.client, asked: [] };
    group.asked.push(name);
    groups.set(choice.id, group);
  }
  const agreed: Card[] = [];
  for (const [id, { client, asked }] of groups) {
    if (clients.mayAsk?.(id) === false) continue;
    const found: Card[] = [];
    for (const card of await readCards(client, readConfig, asked)) if (await admit(card)) found.push(card);
    if (found.length === 0) clients.noteRefusal?.(id);
    agreed.push(...found);
  }
  return agreed;
}

async function readMore(
  clients: Clients,
  agreed: readonly Card[],
): Promise<Readonly<Record<RepositoryName, readonly MilestoneState[]>>> {
  return agreed.length === 0
    ? {}
    : readTargetMilestones(
        clients,
        agreed.map(({ askedAs }) => askedAs),
      );
}
