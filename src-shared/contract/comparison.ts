import { z } from 'zod';
import { DIFFERENCE_SORTS } from '../domain/contract-compare/difference.ts';
import { command, query } from './define.ts';
import { paperBrief } from './paper-shapes.ts';
import { base64, commandId, id, page } from './shapes.ts';

const LARGEST_FILE = 28 * 1024 * 1024;

const row = z.object({
  id,
  document: paperBrief,
  file: z.string(),
  format: z.enum(['docx', 'pdf']),
  at: z.string(),
  who: z.string(),
  verdict: z.enum(['waiting', 'accepted', 'declined']),
  count: z.number(),
});

/** A piece of text on its way from the sent wording to the returned one. */
const piece = z.object({ change: z.enum(['same', 'removed', 'added']), text: z.string() });

const comparison = row.extend({
  differences: z.array(
    z.object({
      /** «п. 4.3»; empty before the first clause. */
      clause: z.string(),
      sort: z.enum(DIFFERENCE_SORTS),
      before: z.string(),
      after: z.string(),
      pieces: z.array(piece),
      /** The lawyer's note. */
      note: z.string(),
    }),
  ),
  comment: z.string(),
  judgedBy: z.string(),
  judgedAt: z.string().nullable(),
});

export const comparisonContract = {
  /** A contract that came back: compared with the sent file. Signing waits for the lawyer when anything differs. */
  'comparison.take': command({
    right: 'documents.send',
    input: z.object({ commandId, id, name: z.string().trim().min(1).max(200), bytes: base64.max(LARGEST_FILE) }),
    output: comparison,
    errors: [
      'document.unknown',
      'document.annulled',
      'document.noFile',
      'comparison.format',
      'comparison.noText',
      'disk.full',
      'disk.failed',
    ],
  }),
  'comparison.get': query({
    right: 'documents.read',
    input: z.object({ id }),
    output: comparison,
    errors: ['comparison.unknown'],
  }),
  'comparison.list': query({
    right: 'documents.read',
    input: z.object({ verdict: z.enum(['waiting', 'accepted', 'declined']).optional() }),
    output: page(row),
  }),
  /** The lawyer's word on the whole, with notes to single places by their index. */
  'comparison.judge': command({
    right: 'contracts.judge',
    input: z.object({
      commandId,
      id,
      verdict: z.enum(['accepted', 'declined']),
      comment: z.string().trim().max(1000).default(''),
      notes: z
        .array(z.object({ index: z.number().int().min(0), note: z.string().trim().max(500) }))
        .max(500)
        .default([]),
    }),
    output: comparison,
    errors: ['comparison.unknown', 'comparison.judged'],
  }),
};
