import type { PdfMaker } from '#main/ports/pdf-maker.ts';
import { err } from '#shared/kernel/result.ts';
import type { PdfEngine } from './pdf-engine.ts';

const CHOICES = ['word', 'libreoffice', 'chromium', 'none'] as const;

type PdfMakerOptions = {
  /** Best first: Word, LibreOffice, draft. */
  readonly engines: readonly PdfEngine[];
  /** `KOMPLEKT_PDF` of the administrator: the one engine that may be used, or `none`. */
  readonly only?: string | undefined;
};

/**
 * The engine for this computer: the first that is found. Calls wait for each other, so that one office program at a time
 * runs and its profile has one user. A found engine is remembered; «none» is not, because the advice that the person gets
 * then is to install LibreOffice and try again.
 *
 * Throws when `only` is not a known word: a slip of the administrator must not quietly choose another engine.
 */
export const createPdfMaker = ({ engines, only = process.env['KOMPLEKT_PDF'] }: PdfMakerOptions): PdfMaker => {
  const allowed = allowedEngines(engines, only);
  let chosen: PdfEngine | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const choose = async (): Promise<PdfEngine | null> => (chosen ??= await firstFound(allowed));

  const convert: PdfMaker['convert'] = async (files, signal) => {
    if (files.length === 0) return [];
    const engine = await choose();
    if (engine === null) return files.map(() => err({ code: 'pdf.noEngine' }));
    const results = await engine.convert(files, signal);
    if (signal.aborted || results.some(({ ok }) => ok)) return results;
    // Installed is not yet able: a Word without a licence starts and makes nothing. An engine that stands in keeps the
    // place, but never a draft one: the exact engine may only have met a document that is damaged.
    const other = await firstFound(
      allowed.slice(allowed.indexOf(engine) + 1).filter(({ name }) => name !== 'chromium'),
    );
    const second = (await other?.convert(files, signal)) ?? results;
    if (!second.some(({ ok }) => ok)) return results;
    chosen = other;
    return second;
  };

  return {
    engine: async () => (await choose())?.name ?? null,
    convert: (files, signal) => {
      const turn = last.then(() => convert(files, signal));
      last = turn.catch(() => undefined); // Whoever asked hears of the error; the next in the queue does not.
      return turn;
    },
  };
};

const allowedEngines = (engines: readonly PdfEngine[], only: string | undefined): readonly PdfEngine[] => {
  if (only === undefined || only === '') return engines;
  if (!CHOICES.some((choice) => choice === only)) {
    throw new RangeError(`KOMPLEKT_PDF must be one of ${CHOICES.join(', ')}; it is «${only}»`);
  }
  return engines.filter(({ name }) => name === only);
};

const firstFound = async (engines: readonly PdfEngine[]): Promise<PdfEngine | null> => {
  for (const engine of engines) {
    if (await engine.isFound()) return engine;
  }
  return null;
};
