import type { IsoInstant } from '#shared/kernel/date.ts';
import type { DocumentId, UserId } from '#shared/kernel/id.ts';
import type { DocumentSummary } from './document-summary.ts';
import type { Page, PageRequest } from './page.ts';

/** `unread`: no code; `foreign`: not ours; `settled`: nothing to attach to; `dropped`: a person said that it is nothing. */
export type ScanPartState = 'attached' | 'unread' | 'foreign' | 'settled' | 'dropped';

export type Scan = {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly pages: number;
  readonly takenAs: 'scan' | 'original';
  readonly at: IsoInstant;
  readonly userId: UserId;
};

export type ScanPart = {
  readonly id: string;
  readonly scanId: string;
  readonly firstPage: number;
  readonly lastPage: number;
  readonly code: string;
  readonly state: ScanPartState;
  readonly reason: string;
  readonly documentId: DocumentId | null;
};

export type StoredPart = ScanPart & { readonly file: string };

export type ReceptionReader = {
  /** The document of a row of the base: what a bar code names. */
  readonly byEntry: (entry: number) => DocumentSummary | null;
  readonly entryOf: (id: DocumentId) => number;
  /** The row that the next document will have. */
  readonly nextEntry: () => number;
  readonly scan: (id: string) => Scan | null;
  readonly scanByHash: (sha256: string) => Scan | null;
  readonly part: (id: string) => StoredPart | null;
  readonly partsOf: (scanId: string) => readonly StoredPart[];
  /** What waits in «Разобрать», oldest first. */
  readonly tray: (page: PageRequest) => Page<StoredPart>;
};

export type ReceptionWriter = {
  readonly addScan: (scan: Scan, size: number, parts: readonly ScanPart[]) => void;
  readonly savePart: (part: Pick<ScanPart, 'id' | 'state' | 'reason' | 'documentId'>) => void;
};
