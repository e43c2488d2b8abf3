/** GitHub says no: an HTTP status with GitHub's words. GraphQL answers carry the same message with `type`. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors: readonly (FieldError | string)[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    details: {
      readonly errors?: readonly (FieldError | string)[];
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(message);
    this.name = "Refusal";
    this.status = status;
    this.errors = details.errors ?? [];
    this.headers = details.headers ?? {};
  }
}

/** One entry of `errors` of a 422. */
export interface FieldError {
  readonly resource: string;
  readonly field: string;
  readonly code: string;
  readonly message?: string;
  readonly value?: unknown;
}

export function notFound(): Refusal {
  return new Refusal(404, "Not Found");
}

/** "Validation Failed", as GitHub answers where a field's value will not do. */
export function invalid(
  resource: string,
  field: string,
  code: string,
  details: { message?: string; value?: unknown } = {},
): Refusal {
  return new Refusal(422, "Validation Failed", { errors: [{ resource, field, code, ...details }] });
}

/** Leads on to where it is now: 301 to read, 307 to write, which repeats the request with its body there. */
export function movedTo(location: string, method: string): Refusal {
  return new Refusal(method === "GET" ? 301 : 307, "Moved Permanently", { headers: { location } });
}
