/** Who tries again what could not be done: the app by itself, or a person who runs the job again. */
export type Retry = "by-itself" | "by-hand";
