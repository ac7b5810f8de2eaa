import { useMemo, type RefObject } from 'react';
import { DOCUMENT_KINDS } from '#shared/domain/document/document.ts';
import { namesOf } from '#shared/domain/document/titles.ts';
import { leaveToList } from '#renderer/parts/leave-to-list.ts';
import { documentTexts as t } from '#renderer/text/document-texts.ts';
import { orderTexts } from '#renderer/text/order-texts.ts';
import { useHotkeys } from '#renderer/ui/keys/use-hotkeys.ts';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { SHOWN, type DocumentsFilter } from './documents-filter.ts';
import { WayField, type Way } from './way-field.tsx';
import styles from './document-filters.module.css';

type DocumentFiltersProps = {
  readonly onWay: (way: Way) => void;
  readonly filter: DocumentsFilter;
  readonly onFilter: (filter: DocumentsFilter) => void;
  readonly searchRef: RefObject<HTMLInputElement | null>;
};

const ANY = '';

const KINDS = [
  { value: ANY, label: t.anyKind },
  ...DOCUMENT_KINDS.map((kind) => ({ value: kind, label: namesOf(kind).title })),
];

const STATES = [{ value: ANY, label: t.all }, ...SHOWN.map((show) => ({ value: show, label: t[show] }))];

/** Words, kind and state of the register. */
export const DocumentFilters = ({ onWay, filter, onFilter, searchRef }: DocumentFiltersProps) => {
  useHotkeys(
    t.list,
    useMemo(
      () => [{ keys: 'Ctrl+F', label: orderTexts.filters.text, run: () => searchRef.current?.select() }],
      [searchRef],
    ),
  );
  return (
    <div className={styles.filters} role="search">
      <WayField way={undefined} onWay={onWay} />
      <div className={styles.text}>
        <TextField
          ref={searchRef}
          label={`${orderTexts.filters.text} (Ctrl+F)`}
          placeholder={t.search}
          value={filter.text ?? ''}
          onChange={(text) => onFilter({ ...filter, text: text === '' ? undefined : text })}
          onKeyDown={leaveToList}
        />
      </div>
      <SelectField
        label={t.kind}
        options={KINDS}
        value={filter.kind ?? ANY}
        onChange={(kind) => onFilter({ ...filter, kind: DOCUMENT_KINDS.find((each) => each === kind) })}
      />
      <SelectField
        label={t.columns.state}
        options={STATES}
        value={filter.show ?? ANY}
        onChange={(show) => onFilter({ ...filter, show: SHOWN.find((each) => each === show) })}
      />
    </div>
  );
};
