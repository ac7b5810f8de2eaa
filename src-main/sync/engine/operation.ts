import { z } from 'zod';
import type { CrmLink, OutboxEntry } from '#main/ports/sync.ts';
import type { CrmLine } from '#shared/domain/crm/row.ts';
import type { SyncFields } from '#shared/domain/sync/fields.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { PushOperation } from '../connectors/connector.ts';

const crmLine = z.object({
  id: z.string().nullable(),
  kind: z.enum(['goods', 'service']),
  code: z.string(),
  name: z.string(),
  unitName: z.string(),
  unitCode: z.string(),
  quantity: z.string(),
  price: z.string(),
  discountPercent: z.string(),
  vatRate: z.string().nullable(),
  vatIncluded: z.boolean(),
}) satisfies z.ZodType<CrmLine>;

const CREATED = ['lead', 'order', 'party', 'contact', 'invoice', 'task', 'smart', 'purchase', 'contract'] as const;

/** What stands in `payload`, by kind. `update` and `stage` keep everything in `patch`. */
const payloads = {
  create: z.object({
    type: z.string().nullable().default(null),
    /** Our objects that the record points at, by the name of the link: `{ "order": "order:…" }`. */
    links: z.record(z.string(), z.string()).default({}),
    lines: z.array(crmLine).nullable().default(null),
  }),
  lines: z.object({ lines: z.array(crmLine) }),
  requisites: z.object({ setId: z.string(), inn: z.string() }),
  comment: z.object({ text: z.string() }),
  closeTask: z.object({ result: z.string() }),
  message: z.object({ channel: z.enum(['openLine', 'sms', 'email', 'call', 'freight']), text: z.string() }),
  paymentLink: z.object({ amount: z.string() }),
  file: z.object({ field: z.string().nullable().default(null) }),
} as const;

/** Lines that wait to be sent; null for other kinds. */
export const waitingLines = (entry: OutboxEntry): readonly CrmLine[] | null =>
  entry.kind === 'lines' ? payloads.lines.parse(entry.payload).lines : null;

/** ОГРН and ОГРНИП are told from each other by the ИНН. */
const withInn = (patch: SyncFields, inn: string): SyncFields =>
  'ogrn' in patch && !('inn' in patch) ? { inn, ...patch } : patch;

type FileBytes = { readonly name: string; readonly sha256: string; readonly bytes: Uint8Array };

/**
 * The entry as the connector takes it. `link`: the record that it is about, absent for a creation. `linkOf` finds the records
 * that a new one points at. Null: what it must point at is not in the CRM.
 */
export const operationOf = (
  entry: OutboxEntry,
  link: CrmLink | null,
  linkOf: (object: string) => CrmLink | null,
  file: FileBytes | null,
): PushOperation | null => {
  const { key, patch, base } = entry;
  if (entry.kind === 'create') {
    const entity = CREATED.find((kind) => kind === entry.entity);
    const { type, links, lines } = payloads.create.parse(entry.payload);
    const refs = Object.entries(links).map(([name, object]) => [name, linkOf(object)?.ref ?? null] as const);
    if (entity === undefined || refs.some(([, ref]) => ref === null)) return null;
    return { kind: 'create', key, entity, type, fields: patch, links: Object.fromEntries(refs), lines };
  }
  if (link === null) return null;
  const { ref } = link;
  switch (entry.kind) {
    case 'update':
      return { kind: 'update', key, ref, fields: patch, base };
    case 'stage':
      return { kind: 'stage', key, ref, stage: requireDefined(patch['stage'], 'the stage to move to') };
    case 'lines':
      return { kind: 'lines', key, ref, ...payloads.lines.parse(entry.payload) };
    case 'requisites': {
      const { setId, inn } = payloads.requisites.parse(entry.payload);
      return { kind: 'requisites', key, ref, requisites: { id: setId, fields: withInn(patch, inn), accounts: [] } };
    }
    case 'comment':
      return { kind: 'comment', key, ref, ...payloads.comment.parse(entry.payload) };
    case 'closeTask':
      return { kind: 'closeTask', key, ref, ...payloads.closeTask.parse(entry.payload) };
    case 'message':
      return { kind: 'message', key, ref, ...payloads.message.parse(entry.payload) };
    case 'paymentLink':
      return { kind: 'paymentLink', key, ref, ...payloads.paymentLink.parse(entry.payload) };
    case 'file': {
      if (file === null) return null;
      const { name, sha256, bytes } = file;
      return {
        kind: 'file',
        key,
        ref,
        name,
        sha256,
        bytes: () => Promise.resolve(bytes),
        ...payloads.file.parse(entry.payload),
      };
    }
  }
};
