import { todayTexts } from '#renderer/text/today-texts.ts';
import { FilterChips } from '#renderer/ui/filter-chips.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { Money } from '#renderer/ui/money.tsx';
import type { PageFact } from '#renderer/ui/page-head.tsx';
import { parseTodayFilter, waitingCount, type Today, type TodayFilter } from './today-groups.ts';

type TodayFiltersProps = { readonly today: Today; readonly filter: TodayFilter; readonly onFilter: (filter: TodayFilter) => void };

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
  { label: todayTexts.facts.overdue, value: <LinkButton onClick={() => onFilter('overdue')}>{today.overdue}</LinkButton>, overdue: today.overdue > 0 },
  { label: todayTexts.facts.dueToday, value: <LinkButton onClick={() => onFilter('dueToday')}>{today.dueToday}</LinkButton> },
  { label: todayTexts.facts.week, value: <LinkButton onClick={() => onFilter('week')}>{today.dueThisWeek}</LinkButton> },
  { label: todayTexts.facts.sum, value: <Money value={today.sumToday} withCurrency />, kind: 'sum' },
];
