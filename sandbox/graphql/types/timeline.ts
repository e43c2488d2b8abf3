import type { TimelineEvent } from "../../world/entities.ts";
import type { Account } from "../../world/entities.ts";
import { connect } from "../connection.ts";
import type { Fields } from "../context.ts";

const closed: Fields<TimelineEvent> = {
  stateReason: (self) => (typeof self.stateReason === "string" ? self.stateReason.toUpperCase() : null),
  closer: () => null,
};

const databaseId: Fields<TimelineEvent> = { databaseId: (self) => self.databaseId ?? self.id };

/** Events whose fields are not simply what they hold. */
export const timeline: Readonly<Record<string, Fields<TimelineEvent>>> = {
  ClosedEvent: closed,
  ReopenedEvent: closed,
  CommentDeletedEvent: databaseId,
};

type Group = { readonly users: readonly Account[] };

export const reactionGroup: Fields<Group> = {
  users: (self, args, _context, field) => connect(self.users, args, field),
  reactors: (self, args, _context, field) => connect(self.users, args, field),
  createdAt: () => null,
};
