import type { CardRow } from '#shared/domain/company-card/card-text.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

/** Why a file was not read at all. */
export const EXTRACTION_CODES = [
  'card.fileTooLarge',
  'card.textTooLong',
  'card.damaged',
  'card.encrypted',
  'card.entities',
  'card.notText',
  'card.oldFormat',
  'card.noText',
  'card.tooHeavy',
  'card.empty',
] as const;
export type ExtractionCode = (typeof EXTRACTION_CODES)[number];
export type ExtractionFailure = { readonly code: ExtractionCode; readonly detail: string };

export type Extracted = Result<CardRow[], ExtractionFailure>;

export const refuse = (code: ExtractionCode, detail = ''): { readonly ok: false; readonly error: ExtractionFailure } =>
  err({ code, detail });

/** The text of a PDF, page after page. Behind an interface, so that the engine can be changed and is loaded only when needed. */
export type PdfText = (bytes: Uint8Array) => Promise<Extracted>;

/** A card with scans or pictures is a few megabytes. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** A card is a page or two; a long mail thread is some dozens. */
const MAX_TEXT_LENGTH = 300_000;
const MAX_ROWS = 20_000;

/** Rows within the limits, or the reason. */
export const withinLimits = (rows: readonly CardRow[]): Extracted => {
  if (rows.length > MAX_ROWS) return refuse('card.textTooLong');
  let length = 0;
  for (const { cells } of rows) for (const cell of cells) length += cell.length + 1;
  if (length > MAX_TEXT_LENGTH) return refuse('card.textTooLong');
  return rows.some(({ cells }) => cells.some((cell) => cell.trim() !== '')) ? ok([...rows]) : refuse('card.empty');
};
