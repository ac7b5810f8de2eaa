import { useMemo } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { formatDate } from '#shared/kernel/date.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { wireDate } from '#renderer/parts/order-row.ts';
import { paymentTexts as t } from '#renderer/text/payment-texts.ts';
import { ActionButtons, type BarAction } from '#renderer/ui/action-bar.tsx';
import { FilterChips } from '#renderer/ui/filter-chips.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PageHead, type PageFact } from '#renderer/ui/page-head.tsx';
import { PAYMENT_FILTERS, type PaymentFilter } from './payment-row.ts';

type Statement = OutputOf<'statements.list'>['items'][number];

type PaymentsHeadProps = {
  readonly answer: OutputOf<'payments.list'> | undefined;
  readonly statement: Statement | null;
  readonly filter: PaymentFilter;
  readonly onFilter: (filter: PaymentFilter) => void;
  readonly actions: readonly BarAction[];
};

/** The control strip: the last statement, what is done, what waits, and what money says today. */
export const PaymentsHead = ({ answer, statement, filter, onFilter, actions }: PaymentsHeadProps) => {
  const overdue = useQueryCall('debts.overdue', {}).data;
  const gaps = useQueryCall('debts.gaps', {}).data;
  const facts = useMemo<readonly PageFact[]>(() => {
    if (answer === undefined) return [];
    const { unmatchedSum, oldestUnmatched } = answer;
    return [
      { label: t.facts.unmatched, kind: 'sum', value: <Money value={unmatchedSum} withCurrency /> },
      ...(oldestUnmatched === null
        ? []
        : [{ label: t.facts.oldest, kind: 'sum' as const, value: formatDate(wireDate(oldestUnmatched)) }]),
      ...(overdue === undefined
        ? []
        : [
            {
              label: t.facts.overdue,
              kind: 'sum' as const,
              overdue: overdue.items.length > 0,
              value: <Money value={overdue.sum} withCurrency />,
            },
          ]),
      ...(gaps === undefined
        ? []
        : [{ label: t.facts.gaps, kind: 'count' as const, value: gaps.paidNotShipped.length }]),
    ];
  }, [answer, overdue, gaps]);
  const counts = answer?.counts;
  const waiting = (counts?.confirm ?? 0) + (counts?.manual ?? 0);
  return (
    <PageHead
      title={t.title}
      facts={facts}
      details={statement && stripOf(statement)}
      detailsEnd={<ActionButtons title={t.statements} actions={actions} />}
    >
      <FilterChips
        label={t.filters}
        selected={filter}
        onSelect={(id) => onFilter(PAYMENT_FILTERS.find((known) => known === id) ?? 'waiting')}
        chips={[
          {
            id: 'waiting',
            label: `${t.zones.confirm} ${counts?.confirm ?? 0} · ${t.zones.manual.toLowerCase()}`,
            count: counts?.manual ?? waiting,
          },
          {
            id: 'auto',
            label: t.zones.auto,
            count: counts?.auto ?? 0,
            detail: answer && <Money value={answer.autoSum} withCurrency />,
          },
          { id: 'all', label: t.zones.all, count: answer?.total ?? 0 },
        ]}
      />
    </PageHead>
  );
};

const stripOf = ({ accounts, operations, warnings, at }: Statement): string => {
  const [first] = accounts;
  const day = first?.to ?? at.slice(0, 10);
  const has = (code: string): boolean => warnings.some((warning) => warning.code === code);
  return [
    t.lastStatement(formatDate(wireDate(day)), first?.account ?? '', operations),
    has('balance.chain') || has('balance.sum') ? t.chainBroken : t.chainOk,
    has('days.missing') ? t.gaps : t.noGaps,
  ].join(' · ');
};
