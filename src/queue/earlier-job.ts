type Fields = Readonly<Record<string, unknown>>;

/**
 * Brings a job of an earlier version into the current shape; one in the current shape stays as it is. What an earlier
 * version could leave out gets the value that it meant. Nothing is checked here: the schema does that.
 */
export function fromEarlierVersion(stored: unknown): unknown {
  if (!isFields(stored) || !isFields(stored.data)) return stored;
  const { head, askedAs, ...data } = stored.data;
  const job = { ...stored, ...(typeof askedAs === "string" ? { formerName: askedAs } : {}) };
  const named = { ...(head === undefined ? {} : { commit: head }), ...data };
  // A command was a retry with a command in it.
  const cause = stored.cause === "retry" && data.command !== undefined ? "command" : stored.cause;
  return { ...job, cause, data: { ...DEFAULTS[String(cause)], ...named } };
}

const DEFAULTS: Readonly<Record<string, Fields>> = {
  approval: { button: "apply", plan: null },
  retry: { button: "retry", plan: null },
};

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
