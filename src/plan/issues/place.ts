import { dependsOnTopic } from "../../language/clarity.ts";
import { areOtherTopics } from "../../language/topics.ts";
import { fingerprintOf, isFingerprint } from "./fingerprint.ts";

/** An action's words, and where in minutes they are. */
export interface Placed {
  /** What it is about. May be a fingerprint. */
  readonly text: string;
  readonly owners: readonly string[];
  /** Titles, or fingerprints of them. */
  readonly topic: readonly string[];
  /** Fingerprints of targets. */
  readonly about: readonly string[];
}

/**
 * Whether the places of two actions with the same words tell them apart: the issues that they are about, or, where the
 * words are few, the topics. What lists actions is no such topic, and of a fingerprint only the issues are known.
 *
 * @param isMoved - Whether it is gone where it was, so that its topic may be another one.
 */
export function areElsewhere(action: Placed, known: Placed, isMoved = false): boolean {
  const isKnown = action.about.length > 0 && known.about.length > 0;
  if (isKnown && !action.about.some((target) => known.about.includes(target))) return true;
  if (isMoved || known.topic.some(isFingerprint)) return false;
  const owners = [...action.owners, ...known.owners];
  return dependsOnTopic(action.text, owners) && areOtherTopics([action.topic, known.topic], owners);
}

/** @param known - May be a fingerprint. */
export function isSameTopic(known: readonly string[], topic: readonly string[]): boolean {
  return String(known) === String(known.some(isFingerprint) ? topic.map(fingerprintOf) : topic);
}
