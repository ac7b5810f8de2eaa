import type { OutputOf } from '#shared/contract/index.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import { isIncomingKind } from '#shared/domain/incoming/incoming.ts';
import { formatDate } from '#shared/kernel/date.ts';
import { wireDate } from '#renderer/parts/order-row.ts';
import { oneCTexts as t } from '#renderer/text/one-c-texts.ts';

export const MODES = ['leftOut', 'remarks', 'changed', 'onlyOurs', 'only1c', 'different'] as const;
export type OneCMode = (typeof MODES)[number];

/** A row of any of the lists. */
export type OneCRow = {
  readonly id: string;
  readonly document: string;
  readonly party: string;
  readonly sum: string;
  readonly other: string | null;
  readonly why: string;
  readonly orderId: string | null;
  readonly kind: DocumentKind | undefined;
  /** The value to mend in the order; null where nobody named one. */
  readonly field: string | null;
  /** Number of a supplier's paper: it is mended among the incoming ones. */
  readonly incoming: string | null;
};

type Preview = OutputOf<'exchange.preview'>;
type Changed = OutputOf<'exchange.changed'>;
type Compared = OutputOf<'exchange.compare'>;

type Listed = Preview['remarks'][number] & { readonly field?: string };

/** The editor of the card knows one account, the main one. */
const editedField = (field: string | undefined): string | null =>
  field === undefined ? null : field.replace('bankAccounts[0]', 'bankAccount');

const listedRow = (row: Listed, index: number): OneCRow => ({
  id: `${row.documentId}:${row.code}:${index}`,
  document: row.document,
  party: row.counterparty,
  sum: row.sum,
  other: null,
  why: row.message,
  orderId: row.orderId,
  ...(isIncomingKind(row.kind)
    ? { kind: undefined, field: null, incoming: row.number }
    : { kind: row.kind, field: editedField(row.field), incoming: null }),
});

const comparedRow = (row: Compared['onlyOurs'][number], index: number): OneCRow => ({
  id: `${row.documentId ?? ''}:${row.line ?? ''}:${index}`,
  document:
    row.number === '' ? row.counterparty : `№ ${row.number}${row.date ? ` от ${formatDate(wireDate(row.date))}` : ''}`,
  party: row.counterparty,
  sum: row.sum,
  other: row.other,
  why: '',
  orderId: row.orderId,
  kind: undefined,
  field: null,
  incoming: null,
});

/** Rows of the chosen list. */
export const rowsOf = (
  mode: OneCMode,
  preview: Preview | undefined,
  changed: Changed | undefined,
  compared: Compared | null,
): readonly OneCRow[] => {
  switch (mode) {
    case 'leftOut':
      return (preview?.leftOut ?? []).map(listedRow);
    case 'remarks':
      return (preview?.remarks ?? []).map(listedRow);
    case 'changed':
      return (changed?.items ?? []).map((row, index) =>
        listedRow({ ...row, code: row.reason, message: t.reasons[row.reason] }, index),
      );
    case 'onlyOurs':
    case 'only1c':
    case 'different':
      return (compared?.[mode] ?? []).map(comparedRow);
  }
};
