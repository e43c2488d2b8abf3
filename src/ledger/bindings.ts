/**
 * Which repository a name meant when it was first seen. Names of repositories can be given up and taken by others;
 * GitHub's ids cannot.
 */
export interface Bindings {
  /** What the names in a list mean. Names are in lower case. */
  recallBindings(list: string): Promise<ReadonlyMap<string, string>>;
  /** Writes down what names mean, and forgets those that the list has no longer. */
  saveBindings(list: string, change: BindingChange): Promise<void>;
}

export interface BindingChange {
  /** GitHub's ids, by name. */
  readonly bind?: Readonly<Record<string, string>>;
  readonly forget?: readonly string[];
}

/** Remembers them as long as the process lasts. */
export function createBindings(): Bindings {
  const lists = new Map<string, Map<string, string>>();
  return {
    recallBindings: async (list) => new Map(lists.get(list)),
    async saveBindings(list, { bind = {}, forget = [] }) {
      const names = lists.get(list) ?? new Map<string, string>();
      for (const [name, id] of Object.entries(bind)) names.set(name, id);
      for (const name of forget) names.delete(name);
      lists.set(list, names);
    },
  };
}
