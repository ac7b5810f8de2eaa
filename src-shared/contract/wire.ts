import { z } from 'zod';
import { wireError } from './errors.ts';

/** A call on its way to the core. */
export const wireRequest = z.object({ id: z.number().int(), method: z.string().max(100), input: z.unknown() });
export type WireRequest = z.infer<typeof wireRequest>;

/** Facts that the core tells on its own: ids and counts, never the data itself; the window asks again. */
export const wireEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('job'),
    jobId: z.string(),
    done: z.number(),
    total: z.number(),
    label: z.string(),
    state: z.enum(['running', 'done', 'failed', 'cancelled']),
  }),
  z.object({
    type: z.literal('changed'),
    entity: z.enum(['order', 'party', 'document', 'user', 'base', 'payment', 'template', 'process', 'sync']),
    id: z.string(),
  }),
]);
export type WireEvent = z.infer<typeof wireEvent>;

/** What comes back: an answer to a call or an event. */
export const wireMessage = z.union([
  z.object({ id: z.number().int(), ok: z.literal(true), output: z.unknown() }),
  z.object({ id: z.number().int(), ok: z.literal(false), error: wireError }),
  z.object({ event: wireEvent }),
]);
export type WireMessage = z.infer<typeof wireMessage>;
