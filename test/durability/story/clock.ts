/** A time that passes only when somebody looks, and at once where somebody waits. */
export interface Clock {
  readonly now: () => Date;
  readonly advance: (milliseconds: number) => void;
}

const LOOK_MS = 5;

export function startClock(begin: Date): Clock {
  let time = begin.getTime();
  return {
    now: () => {
      time += LOOK_MS;
      return new Date(time);
    },
    advance: (milliseconds) => {
      time += milliseconds;
    },
  };
}
