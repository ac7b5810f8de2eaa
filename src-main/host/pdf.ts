import { createChromiumDraft, type PrintDocx } from '#main/adapters-node/pdf/chromium-draft.ts';
import { createLibreOffice } from '#main/adapters-node/pdf/libreoffice.ts';
import { createPdfMaker } from '#main/adapters-node/pdf/pick-engine.ts';
import { createWord } from '#main/adapters-node/pdf/word-com.ts';
import type { PdfMaker } from '#main/ports/pdf-maker.ts';

/** The engines of this machine, best first. `print` is the window's own, null where the host has no window. */
export const createMachinePdf = (print: PrintDocx | null): PdfMaker =>
  createPdfMaker({ engines: [createWord(), createLibreOffice(), createChromiumDraft(print)] });

/** No engine at all: while a base is being made nobody waits for PDFs, and starting an office would take longer than the rest. */
export const noMachinePdf = (): PdfMaker => createPdfMaker({ engines: [], only: 'none' });
