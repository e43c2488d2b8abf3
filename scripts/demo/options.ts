/** The options of `npm run demo`, as `parseArgs` takes them. */
export const optionTypes = {
  once: { type: "boolean", default: false },
  port: { type: "string" },
  minutes: { type: "string" },
  config: { type: "string" },
  repository: { type: "string" },
  help: { type: "boolean", default: false },
} as const;
