import { z } from 'zod';
import { FACSIMILE_KINDS } from '../domain/document/facsimile-uses.ts';
import { FACSIMILE_PARTS } from '../domain/document/facsimile.ts';
import { MEDIA } from '../domain/party/party.ts';
import { command, query } from './define.ts';
import { base64, commandId, id } from './shapes.ts';

const picture = z.object({
  part: z.enum(FACSIMILE_PARTS),
  /** Empty for a stamp. */
  signatoryId: z.string(),
  /** «Печать», or whose signature. */
  title: z.string(),
  /** Null while there is no picture. */
  widthMm: z.number().nullable(),
  heightMm: z.number().nullable(),
  png: base64.nullable(),
});

/** Where a company lets its pictures be laid. */
export const facsimileUses = z.object({ kinds: z.array(z.enum(FACSIMILE_KINDS)), media: z.array(z.enum(MEDIA)) });

const company = facsimileUses.extend({
  organisationId: id,
  organisation: z.string(),
  pictures: z.array(picture),
});

const place = { organisationId: id, part: z.enum(FACSIMILE_PARTS), signatoryId: z.string().max(100).default('') };
const change = { right: 'organisations.edit', output: z.object({ organisationId: id }) } as const;

export const facsimilesContract = {
  'facsimiles.list': query({
    right: 'organisations.edit',
    input: z.object({}),
    output: z.object({
      items: z.array(company),
      kinds: z.array(z.object({ kind: z.enum(FACSIMILE_KINDS), title: z.string() })),
    }),
  }),
  /** Takes a PNG; on paper it is `widthMm` wide. */
  'facsimiles.save': command({
    ...change,
    input: z.object({
      commandId,
      ...place,
      widthMm: z.number().int().min(5).max(80),
      png: base64.max(2 * 1024 * 1024),
    }),
    errors: ['organisation.unknown', 'facsimile.signatory', 'facsimile.refused', 'disk.full', 'disk.failed'],
  }),
  'facsimiles.remove': command({
    ...change,
    input: z.object({ commandId, ...place }),
    errors: ['organisation.unknown', 'facsimile.signatory'],
  }),
  /** On which documents, and travelling which way, the pictures may be laid; both lists empty: nowhere. */
  'facsimiles.uses': command({
    ...change,
    input: facsimileUses.extend({ commandId, organisationId: id }),
    errors: ['organisation.unknown'],
  }),
};
