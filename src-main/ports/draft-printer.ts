/** The print engine of the window itself, for a draft PDF where there is neither Word nor LibreOffice. */
export type DraftPrinter = {
  /** `html` is whole and needs nothing from outside. Null where the host has no print engine. */
  readonly printDraft: (html: string) => Promise<Uint8Array | null>;
};
