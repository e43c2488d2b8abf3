import type { GitHubError } from "./errors.ts";
import { isMissing } from "./errors.ts";

/**
 * What GitHub refuses for a reason that no status tells. Validation errors name their reason by a code and a field
 * (https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#validation-failed); the rest is
 * given in English only, and matched here alone.
 */

interface ValidationError {
  readonly field?: unknown;
  readonly code?: unknown;
}

/** Whether GitHub refused to create something because there is one of that name. */
export function isAlreadyThere(error: unknown): boolean {
  return validationErrors(error).some(({ code }) => code === "already_exists");
}

/** Whether GitHub refused somebody as an assignee. */
export function refusesAssignees(error: unknown): boolean {
  return validationErrors(error).some(({ field }) => field === "assignees" || field === "assignee");
}

/** Whether GitHub refused an issue's type: its owner has none of that name. */
export function refusesType(error: unknown): boolean {
  return validationErrors(error).some(({ field }) => field === "type");
}

/** Whether an issue is without the label that was to be removed. A missing issue or repository is "Not Found". */
export function isWithoutLabel(error: unknown): boolean {
  return isMissing(error) && /label does not exist/i.test((error as GitHubError).message);
}

/** Whether two commits of a comparison have no history in common. Missing commits are "Not Found". */
export function isWithoutAncestor(error: unknown): boolean {
  return isMissing(error) && /no common ancestor/i.test((error as GitHubError).message);
}

function validationErrors(error: unknown): readonly ValidationError[] {
  const { status, cause } = Object(error) as { readonly status?: number; readonly cause?: unknown };
  if (status !== 422) return [];
  const { response } = Object(cause) as { readonly response?: { readonly data?: unknown } };
  const { errors } = Object(response?.data) as { readonly errors?: unknown };
  return Array.isArray(errors) ? errors.map((entry): ValidationError => Object(entry)) : [];
}
