import type { PdfEngineName, PdfMaker } from '#main/ports/pdf-maker.ts';

/** One way of making a PDF. `createPdfMaker` picks among them and never runs two calls at once. */
export type PdfEngine = {
  readonly name: PdfEngineName;
  /** True when the engine is on this computer now; cheap, nothing is started for long. */
  readonly isFound: () => Promise<boolean>;
  /** After an abort the files that were not made are `pdf.failed`; those already made are kept. */
  readonly convert: PdfMaker['convert'];
};
