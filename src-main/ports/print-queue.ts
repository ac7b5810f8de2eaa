import type { IsoInstant } from '#shared/kernel/date.ts';
import type { DocumentId, UserId } from '#shared/kernel/id.ts';

export type PrintState = 'waiting' | 'printing' | 'stopped' | 'done' | 'dropped';

export type PrintItem = {
  readonly position: number;
  readonly documentId: DocumentId;
  /** The PDF that is printed. */
  readonly sha256: string;
  readonly envelope: string;
  readonly copies: number;
  readonly pages: number;
  /** Sheets of paper in the whole job, from 1. */
  readonly firstSheet: number;
  readonly lastSheet: number;
};

export type PrintJob = {
  readonly id: string;
  readonly state: PrintState;
  readonly printer: string;
  readonly duplex: boolean;
  readonly sheets: number;
  readonly printed: number;
  readonly problem: string;
  readonly madeAt: IsoInstant;
  readonly madeBy: UserId;
  readonly items: readonly PrintItem[];
};

export type PrintReader = {
  readonly get: (id: string) => PrintJob | null;
  /** Newest first. */
  readonly list: (limit: number) => readonly PrintJob[];
};

export type PrintWriter = {
  readonly add: (job: PrintJob) => void;
  readonly save: (job: Pick<PrintJob, 'id' | 'state' | 'printer' | 'printed' | 'problem'>) => void;
};
