import { useCallback, useMemo, useState } from 'react';
import { namesOf } from '#shared/domain/document/titles.ts';
import type { CallError } from '#renderer/bridge/call-error.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { orderTexts } from '#renderer/text/order-texts.ts';
import type { Card, Kind } from './card.ts';

type Added = {
  /** The card with the added document in its pack and what the check says of it. */
  readonly order: Card;
  /** The document that is being added; null: none, or it is issued by now. */
  readonly kind: Kind | null;
  readonly add: (kind: Kind) => void;
  readonly drop: () => void;
  /** The check could not be asked. */
  readonly error: CallError | null;
};

/**
 * A document beyond the composition: it stands in the pack on the screen, checked and previewed like the others, until it is issued or
 * let go. Nothing of it is kept before the issue.
 */
export const useAdded = (order: Card): Added => {
  const [wanted, setWanted] = useState<Kind | null>(null);
  const kind = wanted !== null && order.pack.every((item) => item.kind !== wanted) ? wanted : null;
  const check = useQueryCall(
    'packs.check',
    { order: order.id, kinds: kind === null ? [] : [kind] },
    { enabled: kind !== null },
  );
  const findings = kind === null ? undefined : check.data?.findings;
  const shown = useMemo(
    () =>
      kind === null
        ? order
        : {
            ...order,
            pack: [...order.pack, itemOf(order, kind, findings ?? [])],
            findings: [...order.findings, ...(findings ?? [])],
          },
    [order, kind, findings],
  );
  const drop = useCallback(() => setWanted(null), []);
  return { order: shown, kind, add: setWanted, drop, error: kind === null ? null : check.error };
};

const itemOf = (order: Card, kind: Kind, findings: Card['findings']): Card['pack'][number] => {
  const { title, letter } = namesOf(kind);
  const isBlocked = findings.some(({ severity }) => severity === 'block');
  return {
    kind,
    title,
    letter,
    state: isBlocked ? 'blocked' : 'planned',
    reason: orderTexts.add.reason,
    documentId: null,
    number: '',
    date: null,
    version: 0,
    sum: '0.00',
    sumNow: '0.00',
    agreedVersion: null,
    wantsCorrection: false,
    // As the card of the counterparty says, like the others of the pack.
    medium: order.pack[0]?.medium ?? 'paper',
    files: [],
  };
};
