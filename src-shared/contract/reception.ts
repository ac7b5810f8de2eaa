import { z } from 'zod';
import { command, query } from './define.ts';
import { paperBrief } from './paper-shapes.ts';
import { base64, commandId, date, id, money } from './shapes.ts';

const LARGEST_SCAN = 60 * 1024 * 1024;

const owed = z.object({
  partyId: id,
  counterparty: z.string(),
  documents: z.array(paperBrief.extend({ sentOn: date.nullable(), daysAwaited: z.number() })),
  sum: money,
});

const part = z.object({
  id,
  scanId: id,
  file: z.string(),
  /** First and last page in the file, from 1. */
  from: z.number(),
  to: z.number(),
  /** `attached`: read and put in place; `unread`, `foreign`, `settled`: waits in «Разобрать»; `dropped`: a person said no. */
  state: z.enum(['attached', 'unread', 'foreign', 'settled', 'dropped']),
  code: z.string(),
  reason: z.string(),
  document: paperBrief.nullable(),
});

export const receptionContract = {
  /** A code from the scanner: the original is taken in. Two at once: one wins, the other is told who was first. */
  'reception.take': command({
    right: 'documents.send',
    input: z.object({ commandId, code: z.string().max(200), as: z.enum(['original', 'scan']).default('original') }),
    output: z.object({
      /** `already`: it was here before; `by` and `at` tell since when. */
      outcome: z.enum(['taken', 'already']),
      by: z.string(),
      at: z.string(),
      document: paperBrief,
      owed,
    }),
    errors: ['code.wrong', 'code.foreign', 'document.annulled', 'paper.move'],
  }),
  /** What a code is, without taking anything. */
  'reception.look': query({
    right: 'documents.read',
    input: z.object({ code: z.string().max(200) }),
    output: z.object({ document: paperBrief, owed }),
    errors: ['code.wrong', 'code.foreign'],
  }),
  /** What a counterparty still owes us. */
  'reception.owed': query({
    right: 'documents.read',
    input: z.object({ partyId: id }),
    output: owed,
    errors: ['papers.unknownParty'],
  }),
  /** A scanned PDF: split by codes, attached; what was not read waits in «Разобрать». The same file twice is once. */
  'reception.scan': command({
    right: 'documents.send',
    input: z.object({
      commandId,
      name: z.string().trim().min(1).max(200),
      bytes: base64.max(LARGEST_SCAN),
      /** What the pages are: copies that came by mail, or the originals that were put through the scanner. */
      as: z.enum(['scan', 'original']).default('scan'),
    }),
    output: z.object({
      scanId: id,
      pages: z.number(),
      attached: z.number(),
      unread: z.number(),
      already: z.boolean(),
      parts: z.array(part),
    }),
    errors: ['scan.notPdf', 'scan.tooLong', 'scan.unreadable', 'disk.full', 'disk.failed'],
  }),
  /** «Разобрать»: parts of scans that found no document. */
  'reception.tray': query({
    right: 'documents.read',
    input: z.object({ limit: z.number().int().min(1).max(500).default(100) }),
    output: z.object({ total: z.number(), items: z.array(part) }),
  }),
  /** Pages of a part as a PDF of its own. */
  'reception.pages': query({
    right: 'documents.read',
    input: z.object({ id }),
    output: z.object({ name: z.string(), bytes: base64 }),
    errors: ['scan.unknown', 'scan.unreadable'],
  }),
  /** A person says whose pages these are, or that they are nothing. */
  'reception.resolve': command({
    right: 'documents.send',
    input: z.object({ commandId, id, documentId: id.nullable(), reason: z.string().trim().max(500).default('') }),
    output: part,
    errors: [
      'scan.unknown',
      'scan.settled',
      'document.unknown',
      'document.annulled',
      'disk.full',
      'disk.failed',
      'scan.unreadable',
    ],
  }),
};
