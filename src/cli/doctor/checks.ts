import { clock } from "./checks/clock.ts";
import { database } from "./checks/database.ts";
import { folder } from "./checks/folder.ts";
import { identity } from "./checks/identity.ts";
import { localConfiguration } from "./checks/local-configuration.ts";
import { network } from "./checks/network.ts";
import { permissions } from "./checks/permissions.ts";
import { people } from "./checks/people.ts";
import { repository } from "./checks/repository.ts";
import { settings } from "./checks/settings.ts";
import { webhook } from "./checks/webhook.ts";
import type { Check } from "./doctor.ts";

/** All checks, in the order in which they are made: what the later ones need comes first. */
export const checks: readonly Check[] = [
  settings,
  localConfiguration,
  network,
  clock,
  identity,
  permissions,
  webhook,
  database,
  folder,
  repository,
  people,
];
