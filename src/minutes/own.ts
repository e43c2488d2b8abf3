/**
 * What a record holds under a name from outside. Read as `record[name]`, `constructor` and other names of
 * `Object.prototype` would be found in every record.
 */
export function own<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
