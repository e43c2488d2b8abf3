import { GuestError } from "../../queue/operator/open-guest.ts";
import { CliError } from "../errors.ts";
import type { Io } from "../io.ts";
import { readAppEnvironment } from "./app-environment.ts";
import { openAppQueue } from "./open-app-queue.ts";

/** The queue of the app whose environment this is. Throws a `CliError` where it can't be reached. */
export async function reachApp(io: Io) {
  try {
    return await openAppQueue(readAppEnvironment(io), io.cwd);
  } catch (error) {
    if (error instanceof GuestError) throw new CliError(error.toMessage());
    throw error;
  }
}
