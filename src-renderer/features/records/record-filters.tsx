import { useMemo } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { boardTexts } from '#renderer/text/board-texts.ts';
import { processTexts } from '#renderer/text/process-texts.ts';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './records.module.css';

const t = boardTexts.list;

export const RECORD_STATUSES = ['running', 'finished'] as const;
export type RecordStatus = (typeof RECORD_STATUSES)[number];

export type RecordFilter = {
  readonly process?: string | undefined;
  readonly text?: string | undefined;
  readonly status?: RecordStatus | undefined;
};

type RecordFiltersProps = { readonly filter: RecordFilter; readonly onFilter: (filter: RecordFilter) => void };

const ALL = 'all';

/** Which process, running or finished, and words to find a record. */
export const RecordFilters = ({ filter, onFilter }: RecordFiltersProps) => {
  const funnels = useQueryCall('funnels.list', {}).data?.items;
  const processes = useMemo(
    () => [
      { value: ALL, label: t.allTypes },
      ...(funnels ?? []).map(({ process, business, title, running }) => ({
        value: process,
        label: boardTexts.funnelOption(processTexts.businesses[business] ?? business, title, running),
      })),
    ],
    [funnels],
  );
  return (
    <div className={styles.filters}>
      <div className={styles.process}>
        <SelectField
          label={t.columns.process}
          options={processes}
          value={filter.process ?? ALL}
          onChange={(process) =>
            onFilter({ ...filter, process: process === ALL || process === null ? undefined : process })
          }
        />
      </div>
      <div className={styles.status}>
        <SelectField
          label={t.status}
          options={[
            { value: ALL, label: t.statuses.all },
            ...RECORD_STATUSES.map((status) => ({ value: status, label: t.statuses[status] })),
          ]}
          value={filter.status ?? ALL}
          onChange={(status) => onFilter({ ...filter, status: RECORD_STATUSES.find((known) => known === status) })}
        />
      </div>
      <div className={styles.search}>
        <TextField
          label={boardTexts.search}
          placeholder={boardTexts.searchHint}
          value={filter.text ?? ''}
          onChange={(text) => onFilter({ ...filter, text: text === '' ? undefined : text })}
        />
      </div>
    </div>
  );
};
