import { partsOf } from "../minutes/repository-name.ts";
/**
 * Collects the variables of a GraphQL query that is put together from parts, so that no value is ever written into
 * it.
 */
export class QueryBuilder {
  readonly #declarations: string[] = [];
  readonly #values: Record<string, unknown> = {};
  readonly #names = new Map<string, string>();

  /**
   * Declares a variable, or finds the one that holds this value already.
   *
   * @param type - GraphQL's: `String!`.
   * @returns its name with the dollar sign
   */
  variable(type: string, value: string | number | readonly string[] | null): string {
    const identity = JSON.stringify([type, value]);
    const known = this.#names.get(identity);
    if (known !== undefined) return known;
    const name = `v${this.#declarations.length}`;
    this.#declarations.push(`$${name}: ${type}`);
    this.#values[name] = value;
    this.#names.set(identity, `$${name}`);
    return `$${name}`;
  }

  /** `repository(owner: …, name: …)`. */
  repository(name: string): string {
    const { owner, repo } = partsOf(name);
    return `repository(owner: ${this.variable("String!", owner)}, name: ${this.variable("String!", repo)})`;
  }

  build(
    selection: string,
    fragments = "",
  ): { readonly text: string; readonly variables: Record<string, unknown> } {
    const declarations = this.#declarations.length === 0 ? "" : `(${this.#declarations.join(", ")})`;
    return { text: `query${declarations} {\n${selection}\n}\n${fragments}`, variables: this.#values };
  }
}

/** Numbers the entries, so that each has an alias in a query and can be found in the answer. */
export function withAliases<T>(prefix: string, values: readonly T[]): readonly { alias: string; value: T }[] {
  return values.map((value, index) => ({ alias: `${prefix}${index}`, value }));
}
