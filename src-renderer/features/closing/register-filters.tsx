import { useMemo, useRef } from 'react';
import { DOCUMENT_KINDS } from '#shared/domain/document/document.ts';
import { namesOf } from '#shared/domain/document/titles.ts';
import { MEDIA } from '#shared/domain/party/party.ts';
import type { IsoDate } from '#shared/kernel/date.ts';
import { leaveToList } from '#renderer/parts/leave-to-list.ts';
import { closingTexts } from '#renderer/text/closing-texts.ts';
import { wayTexts } from '#renderer/text/way-texts.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { useHotkeys } from '#renderer/ui/keys/use-hotkeys.ts';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { RegisterFilter } from './register-filter.ts';
import styles from './closing.module.css';

const t = closingTexts.register;

const ANY = '';
const KINDS = [
  { value: ANY, label: t.any },
  ...DOCUMENT_KINDS.map((kind) => ({ value: kind, label: namesOf(kind).title })),
];
const MEDIUMS = [
  { value: ANY, label: t.any },
  ...MEDIA.map((medium) => ({ value: medium, label: wayTexts.media[medium] })),
];

type RegisterFiltersProps = {
  readonly filter: RegisterFilter;
  readonly today: IsoDate;
  readonly onFilter: (filter: RegisterFilter) => void;
};

/** Words, kind, medium and days of the register. */
export const RegisterFilters = ({ filter, today, onFilter }: RegisterFiltersProps) => {
  const search = useRef<HTMLInputElement>(null);
  useHotkeys(
    t.list,
    useMemo(() => [{ keys: 'Ctrl+F', label: t.text, run: () => search.current?.select() }], []),
  );
  return (
    <div className={styles.filters} role="search">
      <div className={styles.text}>
        <TextField
          ref={search}
          label={`${t.text} (Ctrl+F)`}
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
        onChange={(value) => onFilter({ ...filter, kind: DOCUMENT_KINDS.find((kind) => kind === value) })}
      />
      <SelectField
        label={t.medium}
        options={MEDIUMS}
        value={filter.medium ?? ANY}
        onChange={(value) => onFilter({ ...filter, medium: MEDIA.find((medium) => medium === value) })}
      />
      <div className={styles.date}>
        <DateField
          label={t.from}
          value={filter.from ?? null}
          today={today}
          onChange={(from) => onFilter({ ...filter, from: from ?? undefined })}
        />
      </div>
      <div className={styles.date}>
        <DateField
          label={t.to}
          value={filter.to ?? null}
          today={today}
          onChange={(to) => onFilter({ ...filter, to: to ?? undefined })}
        />
      </div>
    </div>
  );
};
