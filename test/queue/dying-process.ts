import { openStore } from "../../src/queue/open-store.ts";

/*
 * A process that begins the next job and never ends it: node dying-process.ts PLACE RISK. It says "begun" once it
 * has written down the risk, or, without one, that there is none any more. Whoever started it kills it.
 */
const [place = "", risk = ""] = process.argv.slice(2);
const onError = (error: unknown): never => {
  throw error;
};
const { queue } = await openStore(JSON.parse(place), { onError, recoverySeconds: 0, pollSeconds: 0.5 });
await queue.start(async (_job, _signal, { recordRisk }) => {
  await recordRisk(risk === "" ? "something else" : risk);
  if (risk === "") await recordRisk(null);
  process.stdout.write("begun\n");
  await new Promise(() => undefined);
});
