/** Reading, configuring and planning, for programs: pure, with no network and no files. */
export type { Config, ConfigProblem, Series } from "./config/config.ts";
export { defaultConfig } from "./config/defaults.ts";
export { isMinutes } from "./config/is-minutes.ts";
export { type ConfigReading, readConfig } from "./config/read-config.ts";
export { type ReadingContext, readingOptions } from "./config/reading-options.ts";
export { targetRepositories } from "./config/target-repositories.ts";
export type { Message } from "./messages/message.ts";
export type * from "./minutes/meeting.ts";
export { defaultReadingOptions, type ReadingOptions } from "./minutes/options.ts";
export { readMinutes } from "./minutes/read.ts";
export type * from "./plan/input.ts";
export { makePlan, snapshotRequest } from "./plan/make-plan.ts";
export type * from "./plan/plan.ts";
export type * from "./plan/snapshot.ts";
