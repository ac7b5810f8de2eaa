import { useMemo } from 'react';
import { usePeople } from '#renderer/parts/process/people.ts';
import type { Funnel } from '#renderer/parts/process/shapes.ts';
import { boardTexts as t } from '#renderer/text/board-texts.ts';
import { processTexts } from '#renderer/text/process-texts.ts';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './board.module.css';

export type BoardFilter = {
  readonly process?: string | undefined;
  readonly text?: string | undefined;
  /** Login of the responsible person. */
  readonly owner?: string | undefined;
};

type BoardFiltersProps = {
  readonly filter: BoardFilter;
  readonly funnels: readonly Funnel[];
  readonly funnel: Funnel;
  readonly onFilter: (filter: BoardFilter) => void;
};

const ANYBODY = '';

/** Which funnel, whose records, and words to find one. */
export const BoardFilters = ({ filter, funnels, funnel, onFilter }: BoardFiltersProps) => {
  const people = usePeople();
  const options = useMemo(
    () =>
      funnels.map(({ process, business, title, running }) => ({
        value: process,
        label: t.funnelOption(processTexts.businesses[business] ?? business, title, running),
      })),
    [funnels],
  );
  return (
    <div className={styles.filters}>
      <div className={styles.funnel}>
        <SelectField
          label={t.funnel}
          options={options}
          value={funnel.process}
          onChange={(process) => onFilter({ process: process ?? undefined })}
        />
      </div>
      <div className={styles.owner}>
        <SelectField
          label={t.owner}
          options={[{ value: ANYBODY, label: t.anybody }, ...people]}
          value={filter.owner ?? ANYBODY}
          onChange={(owner) => onFilter({ ...filter, owner: owner === ANYBODY || owner === null ? undefined : owner })}
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
