/** Where editors find the JSON Schema of the configuration: in the newest published package. */
export const CONFIG_SCHEMA_URL = "https://unpkg.com/minutebook/docs/config.schema.json";
