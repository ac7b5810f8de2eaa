import type { FileFormat } from '#shared/domain/document/document.ts';
import type { IsoDate, IsoInstant } from '#shared/kernel/date.ts';
import type { OrderId, UserId } from '#shared/kernel/id.ts';
import type { Problem } from '#shared/kernel/problem.ts';

/** `paused` also after a crash: nobody works on it, and it goes on where it stopped. */
export type BatchState = 'running' | 'paused' | 'done';

/** An issue of many orders: what was asked for, kept so that a crash loses nothing of it. */
export type Batch = {
  readonly id: string;
  /** Equal for equal requests: the same request finds the batch that it began. */
  readonly key: string;
  readonly state: BatchState;
  /** Null: what the rules put into each pack. */
  readonly kinds: readonly string[] | null;
  /** Null: docx, and pdf where an engine is there. */
  readonly formats: readonly FileFormat[] | null;
  /** Null: the usual date of each kind. */
  readonly date: IsoDate | null;
  /** With pictures of the stamp and the signature where the company lays them. */
  readonly facsimile: boolean;
  readonly startedAt: IsoInstant;
  readonly startedBy: UserId;
  /** Time of work, pauses left out. */
  readonly workedMs: number;
  /** Code of the refusal that stopped it (`disk.full`); empty when a person or the end did. */
  readonly stopCode: string;
};

/** `issued`: its documents are entered, PDFs and readable copies are still to be made. */
export type BatchItemState = 'pending' | 'issued' | 'done' | 'failed';

/** One order of a batch. */
export type BatchItem = {
  readonly batchId: string;
  readonly position: number;
  /** Null: no order was found by what was asked. */
  readonly orderId: OrderId | null;
  /** The number or id as it was asked for. */
  readonly asked: string;
  readonly state: BatchItemState;
  /** What was found; a failed item has a serious one among them. */
  readonly problems: readonly Problem[];
};

/** How many items stand where. */
export type BatchCounts = Readonly<Record<BatchItemState, number>>;

export type BatchReader = {
  readonly get: (id: string) => Batch | null;
  /** Newest first. */
  readonly list: (limit: number) => readonly Batch[];
  /** The newest one of this request that is not done; null when there is none. */
  readonly findUnfinished: (key: string) => Batch | null;
  /** Does any batch say of itself that it is being worked on? */
  readonly isAnyRunning: () => boolean;
  readonly countsOf: (id: string) => BatchCounts;
  readonly itemsOf: (id: string) => readonly BatchItem[];
  /** The next items without an end, in their order. */
  readonly nextItems: (id: string, limit: number) => readonly BatchItem[];
};

export type BatchWriter = {
  readonly insert: (batch: Batch, items: readonly BatchItem[]) => void;
  readonly save: (batch: Batch) => void;
  readonly saveItem: (item: BatchItem) => void;
  /** Failed items wait again, without what was found before. */
  readonly retryFailed: (id: string) => void;
  /** What a dead process left running is paused. */
  readonly pauseRunning: () => void;
};
