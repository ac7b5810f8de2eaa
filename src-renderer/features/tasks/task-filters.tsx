import { useMemo } from 'react';
import { usePeople } from '#renderer/parts/process/people.ts';
import type { TaskRow } from '#renderer/parts/process/shapes.ts';
import { taskTexts as t } from '#renderer/text/task-texts.ts';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { TaskFilter } from './task-filter.ts';
import styles from './tasks.module.css';

type TaskFiltersProps = {
  readonly filter: TaskFilter;
  /** Roles that hold something of what is shown can be chosen too. */
  readonly rows: readonly TaskRow[];
  readonly onFilter: (filter: TaskFilter) => void;
};

const MINE = 'mine';

/** Whose tasks, and words to find one. */
export const TaskFilters = ({ filter, rows, onFilter }: TaskFiltersProps) => {
  const people = usePeople();
  const options = useMemo(() => {
    const roles = new Map(
      rows
        .flatMap(({ holders }) => holders)
        .flatMap(({ kind, id, name }) => (kind === 'role' ? [[id, name] as const] : [])),
    );
    return [
      { value: MINE, label: t.mine },
      { value: 'all', label: t.everybody },
      ...people.map(({ value, label }) => ({ value: `user:${value}`, label })),
      ...[...roles].map(([id, name]) => ({ value: `role:${id}`, label: t.roleOf(name) })),
    ];
  }, [people, rows]);
  return (
    <div className={styles.fields}>
      <div className={styles.whose}>
        <SelectField
          label={t.whose}
          options={options}
          value={filter.whose ?? MINE}
          onChange={(value) => onFilter({ ...filter, whose: value === MINE || value === null ? undefined : value })}
        />
      </div>
      <div className={styles.search}>
        <TextField
          label={t.search}
          placeholder={t.searchHint}
          value={filter.text ?? ''}
          onChange={(text) => onFilter({ ...filter, text: text === '' ? undefined : text })}
        />
      </div>
    </div>
  );
};
