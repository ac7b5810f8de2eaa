import { z } from 'zod';
import { DOCUMENT_KINDS } from '../domain/document/document.ts';
import { command, query } from './define.ts';
import { base64, commandId, id } from './shapes.ts';

const PRINT_STATES = ['waiting', 'printing', 'stopped', 'done', 'dropped'] as const;

const item = z.object({
  position: z.number(),
  documentId: id,
  kind: z.enum(DOCUMENT_KINDS),
  title: z.string(),
  number: z.string(),
  counterparty: z.string(),
  /** Papers of one envelope lie together: «Конверт 2 из 28 · ООО «Ромашка»». */
  envelope: z.string(),
  copies: z.number(),
  /** First and last sheet of this item in the whole job, from 1. */
  firstSheet: z.number(),
  lastSheet: z.number(),
});

const job = z.object({
  id,
  state: z.enum(PRINT_STATES),
  printer: z.string(),
  duplex: z.boolean(),
  madeAt: z.string(),
  who: z.string(),
  sheets: z.number(),
  /** Sheets that lie in the tray: printing goes on with the next one. */
  printed: z.number(),
  documents: z.number(),
  /** What stopped it; empty while nothing did. */
  problem: z.string(),
  items: z.array(item),
});

export const printQueueContract = {
  /** Puts documents into the queue: by counterparty, then envelope, then order; copies by the kind (documents.md §17). */
  'print.add': command({
    right: 'documents.read',
    input: z.object({
      commandId,
      documents: z.array(id).max(5000).default([]),
      envelopes: z.array(id).max(1000).default([]),
      copies: z.number().int().min(1).max(20).optional(),
      duplex: z.boolean().default(true),
      printer: z.string().trim().max(200).default(''),
    }),
    output: job,
    errors: ['document.unknown', 'envelope.unknown', 'print.nothing'],
  }),
  'print.list': query({
    right: 'documents.read',
    input: z.object({ limit: z.number().int().min(1).max(100).default(20) }),
    output: z.object({ items: z.array(job.omit({ items: true })) }),
  }),
  'print.get': query({ right: 'documents.read', input: z.object({ id }), output: job, errors: ['print.unknown'] }),
  /** Sheets up to this one lie in the tray. Written at once: after a restart the job goes on with the next sheet. */
  'print.printed': command({
    right: 'documents.read',
    input: z.object({ commandId, id, sheet: z.number().int().min(0) }),
    output: job,
    errors: ['print.unknown', 'print.sheet'],
  }),
  'print.stop': command({
    right: 'documents.read',
    input: z.object({ commandId, id, problem: z.string().trim().max(300).default('') }),
    output: job,
    errors: ['print.unknown'],
  }),
  /** «С листа 37», on this or another printer. */
  'print.resume': command({
    right: 'documents.read',
    input: z.object({
      commandId,
      id,
      fromSheet: z.number().int().min(1).optional(),
      printer: z.string().trim().max(200).optional(),
    }),
    output: job,
    errors: ['print.unknown', 'print.sheet'],
  }),
  'print.drop': command({
    right: 'documents.read',
    input: z.object({ commandId, id }),
    output: job,
    errors: ['print.unknown'],
  }),
  /** What is left to print as one PDF, copies repeated: for the printer's own program, or as a way out. */
  'print.pdf': query({
    right: 'documents.read',
    input: z.object({ id, fromSheet: z.number().int().min(1).optional(), toSheet: z.number().int().min(1).optional() }),
    output: z.object({ name: z.string(), bytes: base64, sheets: z.number() }),
    errors: ['print.unknown', 'print.sheet', 'print.noPdf'],
  }),
};
