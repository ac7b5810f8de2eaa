import type { OutputOf } from '#shared/contract/index.ts';
import { parseMoney, moneyToDecimal, sumMoney } from '#shared/kernel/money.ts';
import { sendingTexts } from '#renderer/text/sending-texts.ts';
import type { PaperBrief } from '#renderer/parts/paper-row.tsx';

type Plan = OutputOf<'sending.plan'>;
type Waiting = Plan['envelopes'][number];
export type Envelope = OutputOf<'sending.list'>['items'][number];
export type Letter = OutputOf<'sending.outbox'>['items'][number];

type Common = {
  readonly id: string;
  readonly counterparty: string;
  readonly count: number;
  readonly sum: string | null;
  readonly documents: readonly PaperBrief[];
};
/** One line of «Отправка»: signed and not sent yet, an envelope, or a mail. */
export type SendRow =
  | (Common & { readonly sort: 'paper' | 'scan' | 'edo'; readonly waiting: Waiting })
  | (Common & { readonly sort: 'prepared' | 'sent' | 'cameBack' | 'delivered'; readonly envelope: Envelope })
  | (Common & { readonly sort: 'outbox'; readonly letter: Letter });

export type SendGroupId = SendRow['sort'];
export type SendGroup = { readonly id: SendGroupId; readonly title: string; readonly rows: readonly SendRow[] };

const ORDER: readonly SendGroupId[] = ['paper', 'scan', 'edo', 'prepared', 'outbox', 'cameBack', 'sent', 'delivered'];

/** All that is to be sent and all that is on its way, in the order of work. Empty groups are left out. */
export const sendGroups = (
  plan: Plan,
  envelopes: readonly Envelope[],
  letters: readonly Letter[],
): readonly SendGroup[] => {
  const rows = [
    ...letters.map(letterRow),
    ...envelopes.map(envelopeRow),
    ...plan.envelopes.map((one) => waitingRow('paper', one)),
    ...plan.letters.map((one) => waitingRow('scan', one)),
    ...plan.packets.map((one) => waitingRow('edo', one)),
  ];
  return ORDER.map((id) => ({
    id,
    title: sendingTexts.groups[id],
    rows: rows.filter((row) => row.sort === id),
  })).filter((group) => group.rows.length > 0);
};

const waitingRow = (sort: 'paper' | 'scan' | 'edo', waiting: Waiting): SendRow => ({
  id: `${sort} ${waiting.organisationId} ${waiting.partyId} ${waiting.documents[0]?.id ?? ''}`,
  sort,
  counterparty: waiting.counterparty,
  count: waiting.documents.length,
  sum: waiting.sum,
  documents: waiting.documents,
  waiting,
});

const SORT_OF = { prepared: 'prepared', sent: 'sent', delivered: 'delivered', cameBack: 'cameBack' } as const;

const envelopeRow = (envelope: Envelope): SendRow => ({
  id: envelope.id,
  sort: SORT_OF[envelope.state],
  counterparty: envelope.counterparty,
  count: envelope.documents.length,
  sum: envelope.sum,
  documents: envelope.documents,
  envelope,
});

const letterRow = (letter: Letter): SendRow => ({
  id: letter.id,
  sort: 'outbox',
  counterparty: letter.counterparty,
  count: letter.documents.length,
  sum: null,
  documents: [],
  letter,
});

/** Rows of the group under the hand that one press takes: the marked ones, or the current one. */
export const takenRows = (
  rows: readonly SendRow[],
  marked: ReadonlySet<string>,
  current: SendRow | null,
): readonly SendRow[] => {
  if (current === null) return [];
  const picked = rows.filter((row) => row.sort === current.sort && marked.has(row.id));
  return picked.length > 0 ? picked : [current];
};

/** The money of rows, for the bar. */
export const sumOfRows = (rows: readonly SendRow[]): string =>
  moneyToDecimal(
    sumMoney(
      rows.flatMap(({ sum }) => {
        const parsed = parseMoney(sum ?? '');
        return parsed.ok ? [parsed.value] : [];
      }),
    ),
  );

export const envelopesOf = (rows: readonly SendRow[]): readonly Envelope[] =>
  rows.flatMap((row) => ('envelope' in row ? [row.envelope] : []));
