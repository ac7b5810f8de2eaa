import { z } from 'zod';
import type { OutputOf } from '#shared/contract/index.ts';
import { DOCUMENT_KINDS } from '#shared/domain/document/document.ts';
import type { AuditEntry } from '../../ports/base.ts';
import type { CoreDeps } from '../deps.ts';
import type { Standing } from '../packs/standing.ts';

const kind = z.enum(DOCUMENT_KINDS);

/** What issuing writes into the history of the order. */
const issuedEntry = z.object({
  documents: z.array(z.object({ kind, number: z.string() })),
  overridden: z.array(z.object({ kind, rule: z.string(), text: z.string(), reason: z.string() })),
});

const MAX_ENTRIES = 50;

/** Blocking findings that somebody let pass for the documents now in force, with who, in which role and why. */
export const overriddenOf = (
  deps: Pick<CoreDeps, 'base'>,
  { pack }: Standing,
): OutputOf<'orders.get'>['overridden'] => {
  const { audit, users } = deps.base.read;
  const isInForce = (document: { readonly kind: (typeof DOCUMENT_KINDS)[number]; readonly number: string }): boolean =>
    pack.issuedByKind.get(document.kind)?.number === document.number;
  return audit.ofEntity('order', pack.order.id, MAX_ENTRIES).flatMap((entry: AuditEntry) => {
    const after = issuedEntry.safeParse(entry.after);
    if (!after.success) return [];
    const user = users.get(entry.userId);
    const kinds = new Set(after.data.documents.filter(isInForce).map((document) => document.kind));
    return after.data.overridden
      .filter((one) => kinds.has(one.kind))
      .map((one) => ({ ...one, who: user?.fullName ?? '', role: user?.position ?? '' }));
  });
};
