/** What the command line prints with `inspect --format json`. */
export function JsonView({ value }: { readonly value: unknown }) {
  return <pre class="json">{JSON.stringify(value, null, 2)}</pre>;
}
