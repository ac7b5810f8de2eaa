import type { Result } from '#shared/kernel/result.ts';

export type PdfEngineName = 'word' | 'libreoffice' | 'chromium';

export type PdfError =
  | { readonly code: 'pdf.noEngine' }
  | { readonly code: 'pdf.failed'; readonly engine: PdfEngineName }
  | { readonly code: 'pdf.timeout'; readonly engine: PdfEngineName };

export type PdfResult = {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly isDraft: boolean;
  readonly engine: PdfEngineName;
};

/** Turns .docx files into PDF. Many files go in one call, because starting an engine costs more than a page. */
export type PdfMaker = {
  /** The engine that would be used now; null when there is none. */
  readonly engine: () => Promise<PdfEngineName | null>;
  /** One result per input, in order; one bad file does not spoil the others. */
  readonly convert: (
    files: readonly Uint8Array[],
    signal: AbortSignal,
  ) => Promise<readonly Result<PdfResult, PdfError>[]>;
};
