import { todayTexts } from '#renderer/text/today-texts.ts';
import { FilterChips } from '#renderer/ui/filter-chips.tsx';
import { Money } from '#renderer/ui/money.tsx';
import type { PageFact } from '#renderer/ui/page-head.tsx';
import { parseTodayFilter, waitingCount, type Today, type TodayFilter } from './today-groups.ts';
import styles from './today-filters.module.css';

type TodayFiltersProps = {
  readonly today: Today;
  readonly filter: TodayFilter;
  readonly onFilter: (filter: TodayFilter) => void;
};

/** The groups as chips; each number narrows the list. */
export const TodayFilters = ({ today, filter, onFilter }: TodayFiltersProps) => {
  const countOf = (id: string) => today.groups.find((group) => group.id === id)?.rows.length ?? 0;
  return (
    <FilterChips
      label={todayTexts.filters}
      selected={filter}
      onSelect={(id) => onFilter(parseTodayFilter(id))}
      chips={[
        { id: 'all', label: todayTexts.all, count: waitingCount(today) },
        { id: 'fix', label: todayTexts.groups.fix, count: countOf('fix'), icon: 'alert-octagon' },
        { id: 'stale', label: todayTexts.groups.stale, count: countOf('stale'), icon: 'refresh-alert' },
        { id: 'issue', label: todayTexts.groups.issue, count: countOf('issue'), icon: 'file-plus' },
        { id: 'issued', label: todayTexts.groups.issued, count: countOf('issued'), icon: 'circle-check', apart: true },
      ]}
    />
  );
};

/** Terms and money of the day in the head; terms narrow the list too. */
export const todayFacts = (today: Today, onFilter: (filter: TodayFilter) => void): readonly PageFact[] => [
  {
    label: todayTexts.facts.overdue,
    value: <Term count={today.overdue} onClick={() => onFilter('overdue')} />,
    overdue: today.overdue > 0,
  },
  { label: todayTexts.facts.dueToday, value: <Term count={today.dueToday} onClick={() => onFilter('dueToday')} /> },
  { label: todayTexts.facts.week, value: <Term count={today.dueThisWeek} onClick={() => onFilter('week')} /> },
  { label: todayTexts.facts.sum, value: <Money value={today.sumToday} withCurrency />, kind: 'sum' },
];

/** A number of the head that narrows the list; it keeps the colour of its fact. */
const Term = ({ count, onClick }: { readonly count: number; readonly onClick: () => void }) => (
  <button type="button" className={styles.term} onClick={onClick}>
    {count}
  </button>
);
