import type { IsoDate } from "../meeting.ts";
import type { Block } from "../page.ts";

/** An action as found, before it is compared with earlier ones. */
export interface Found {
  readonly block: Block;
  /** Where its words begin. */
  readonly offset: number;
  /** Where its marker begins; 0: the block as a whole is the action. */
  readonly markedAt: number;
  readonly text: string;
  readonly owners: readonly string[];
  readonly done: boolean;
  readonly due: IsoDate | null;
  readonly implied: boolean;
  readonly carriedOver: boolean;
}
