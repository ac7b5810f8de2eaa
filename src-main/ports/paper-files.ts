import type { Result } from '#shared/kernel/result.ts';

/** Why a file of a stranger is not read. */
export type PaperFileFault = 'notPdf' | 'unreadable' | 'noText' | 'tooLong';

export type LabelCard = { readonly lines: readonly string[]; readonly code: string; readonly caption: string };

/** A table for paper; cells are as printed. */
export type PrintedTable = {
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly string[])[];
  readonly totals: readonly string[] | null;
  readonly notes: readonly string[];
};

/** Files of papers on their way back and forth: scans, returned contracts, what is printed. */
export type PaperFiles = {
  /** The text of a contract, a line a paragraph (docx) or a line of the page (pdf). */
  readonly contractText: (bytes: Uint8Array, format: 'docx' | 'pdf') => Promise<Result<string, PaperFileFault>>;
  /** Every bar code on each page of a scanned PDF, in any thread but this one. */
  readonly scanCodes: (bytes: Uint8Array) => Promise<Result<readonly (readonly string[])[], PaperFileFault>>;
  readonly countPages: (bytes: Uint8Array) => Promise<Result<number, PaperFileFault>>;
  /** A PDF of the given pages, from 1, both ends included. */
  readonly cutPages: (bytes: Uint8Array, from: number, to: number) => Promise<Result<Uint8Array, PaperFileFault>>;
  /** One PDF out of pages of several, in this order. `blank`: an empty page. */
  readonly joinPages: (
    parts: readonly ({ readonly bytes: Uint8Array; readonly page: number } | 'blank')[],
  ) => Promise<Result<Uint8Array, PaperFileFault>>;
  /** A .docx sheet of cards with bar codes in two columns. */
  readonly labelSheet: (title: string, cards: readonly LabelCard[]) => Promise<Uint8Array>;
  /** A .docx page of a table. */
  readonly tableSheet: (table: PrintedTable) => Promise<Uint8Array>;
  /** An .eml that mail programs open as a draft. */
  readonly mailDraft: (mail: {
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  }) => Uint8Array;
};
