import type { OutputOf } from '#shared/contract/index.ts';
import { ED_VERSIONS, isEdVersion, type EdVersion } from '#shared/domain/exchange-1c/versions.ts';
import type { IsoDate } from '#shared/kernel/date.ts';
import { oneCTexts as t } from '#renderer/text/one-c-texts.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { FilterChips } from '#renderer/ui/filter-chips.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { MODES, type OneCMode } from './one-c-row.ts';
import styles from './one-c.module.css';

export type OneCAsked = {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly format: EdVersion;
  readonly onlyChanged: boolean;
};

type OneCHeadProps = {
  readonly asked: OneCAsked;
  readonly onAsked: (asked: OneCAsked) => void;
  readonly today: IsoDate;
  readonly organisations: OutputOf<'organisations.list'>['items'];
  readonly org: string;
  readonly onOrg: (inn: string) => void;
  readonly preview: OutputOf<'exchange.preview'> | undefined;
  readonly counts: Readonly<Partial<Record<OneCMode, number>>>;
  readonly mode: OneCMode;
  readonly onMode: (mode: OneCMode) => void;
};

const WHAT = [
  { value: 'all', label: t.all },
  { value: 'changed', label: t.onlyChanged },
];

/** What is asked for, and every number of the answer as a filter. */
export const OneCHead = ({
  asked,
  onAsked,
  today,
  organisations,
  org,
  onOrg,
  preview,
  counts,
  mode,
  onMode,
}: OneCHeadProps) => (
  <PageHead
    title={t.title}
    facts={
      preview === undefined
        ? []
        : [
            { label: t.facts.goes, kind: 'count', value: preview.goes },
            { label: t.facts.sum, kind: 'sum', value: <Money value={preview.sum} withCurrency /> },
          ]
    }
  >
    <div className={styles.asked} role="search">
      <div className={styles.organisation}>
        <SelectField
          label={t.organisation}
          options={organisations.map(({ inn, name }) => ({ value: inn, label: name }))}
          value={org}
          onChange={(inn) => inn !== null && onOrg(inn)}
        />
      </div>
      <DateField
        label={t.from}
        today={today}
        value={asked.from}
        onChange={(from) => from && onAsked({ ...asked, from })}
      />
      <DateField label={t.to} today={today} value={asked.to} onChange={(to) => to && onAsked({ ...asked, to })} />
      <SelectField
        label={t.what}
        options={WHAT}
        value={asked.onlyChanged ? 'changed' : 'all'}
        onChange={(what) => onAsked({ ...asked, onlyChanged: what === 'changed' })}
      />
      <SelectField
        label={t.format}
        options={ED_VERSIONS.map((version) => ({ value: version, label: version }))}
        value={asked.format}
        onChange={(format) => format !== null && isEdVersion(format) && onAsked({ ...asked, format })}
      />
    </div>
    <FilterChips
      label={t.list}
      selected={mode}
      onSelect={(id) => onMode(MODES.find((known) => known === id) ?? 'leftOut')}
      chips={MODES.flatMap((id) => {
        const count = counts[id];
        return count === undefined ? [] : [{ id, label: t.modes[id], count }];
      })}
    />
  </PageHead>
);
