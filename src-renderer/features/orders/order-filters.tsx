import { useMemo, type RefObject } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { leaveToList } from '#renderer/parts/leave-to-list.ts';
import { monthInWords } from '#renderer/text/dates.ts';
import { orderTexts } from '#renderer/text/order-texts.ts';
import { useHotkeys } from '#renderer/ui/keys/use-hotkeys.ts';
import { SelectField, type SelectOption } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OrdersFilter } from './orders-filter.ts';
import styles from './order-filters.module.css';

type OrderFiltersProps = {
  readonly filter: OrdersFilter;
  readonly onFilter: (filter: OrdersFilter) => void;
  readonly org: string | undefined;
  readonly searchRef: RefObject<HTMLInputElement | null>;
};

const ANY = '';

/** Words, month and stage; what can be chosen is read from the orders themselves. */
export const OrderFilters = ({ filter, onFilter, org, searchRef }: OrderFiltersProps) => {
  const all = useQueryCall('orders.list', { org, limit: 500 }).data?.items;
  const months = useMemo(
    () => options([...new Set(all?.map(({ date }) => date.slice(0, 7)))].toSorted().toReversed(), monthInWords),
    [all],
  );
  const stages = useMemo(
    () =>
      options(
        [...new Set(all?.map(({ stage }) => stage))].toSorted((a, b) => a.localeCompare(b, 'ru')),
        (stage) => stage,
      ),
    [all],
  );
  useHotkeys(
    orderTexts.list,
    useMemo(
      () => [{ keys: 'Ctrl+F', label: orderTexts.filters.text, run: () => searchRef.current?.select() }],
      [searchRef],
    ),
  );
  return (
    <div className={styles.filters} role="search">
      <div className={styles.text}>
        <TextField
          ref={searchRef}
          label={`${orderTexts.filters.text} (Ctrl+F)`}
          placeholder={orderTexts.filters.hint}
          value={filter.text ?? ''}
          onChange={(text) => onFilter({ ...filter, text: text === '' ? undefined : text })}
          onKeyDown={leaveToList}
        />
      </div>
      <SelectField
        label={orderTexts.filters.month}
        options={months}
        value={filter.month ?? ANY}
        onChange={(month) => onFilter({ ...filter, month: month || undefined })}
      />
      <div className={styles.stage}>
        <SelectField
          label={orderTexts.filters.stage}
          options={stages}
          value={filter.stage ?? ANY}
          onChange={(stage) => onFilter({ ...filter, stage: stage || undefined })}
        />
      </div>
    </div>
  );
};

const options = (values: readonly string[], label: (value: string) => string): readonly SelectOption[] => [
  { value: ANY, label: orderTexts.filters.any },
  ...values.map((value) => ({ value, label: label(value) })),
];
