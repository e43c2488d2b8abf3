/** The repositories belong to so many accounts: one account has half of the places for jobs, and would leave the rest idle. */
const ACCOUNTS = 5;

/** The name of the repository of minutes with this number. */
export function nameOf(number: number): string {
  return `grove-${number % ACCOUNTS}/minutes-${number}`;
}

/** The same in SQL, where the number is an expression. */
export function sqlNameOf(number: string): string {
  return `'grove-' || (${number}) % ${ACCOUNTS} || '/minutes-' || (${number})`;
}
