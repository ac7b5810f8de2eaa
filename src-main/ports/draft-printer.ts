/** The print engine of the window itself, for a draft PDF where there is neither Word nor LibreOffice. */
export type DraftPrinter = {
  /** A .docx in, a PDF out. Null when the page did not come about in time. */
  readonly printDraft: (docx: Uint8Array) => Promise<Uint8Array | null>;
};
