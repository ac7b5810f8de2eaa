import { namesOf } from '#shared/domain/document/titles.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { wireDate } from '#renderer/parts/order-row.ts';
import { paperTexts as t } from '#renderer/text/paper-texts.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { ProxyFields } from './proxy-fields.tsx';
import { FORM_KINDS, type PaperForm } from './paper-form.ts';
import styles from './paper-dialog.module.css';

type PaperFieldsProps = {
  readonly form: PaperForm;
  readonly onForm: (form: PaperForm) => void;
  readonly today: string;
};

const KINDS = FORM_KINDS.map((kind) => ({ value: kind, label: namesOf(kind).title }));
const NOBODY = '';

/** Kind, sides and period of a paper; each kind shows what it asks for. */
export const PaperFields = ({ form, onForm, today }: PaperFieldsProps) => {
  const organisations = useQueryCall('organisations.list', {}).data?.items ?? [];
  const parties = useQueryCall('papers.parties', {}).data?.items ?? [];
  const day = wireDate(today);
  const { kind } = form;
  const names = parties.map(({ id, name, inn }) => ({ value: id, label: `${name}, ${inn}` }));
  return (
    <>
      <SelectField
        label={t.kind}
        options={KINDS}
        value={kind}
        onChange={(value) => onForm({ ...form, kind: FORM_KINDS.find((known) => known === value) ?? kind })}
      />
      <SelectField
        label={t.organisation}
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        value={form.organisation}
        placeholder={t.choose}
        onChange={(organisation) => onForm({ ...form, organisation })}
      />
      <SelectField
        label={kind === 'proxy-goods' ? t.proxy.supplier : t.party}
        options={kind === 'price-list' ? [{ value: NOBODY, label: t.everybody }, ...names] : names}
        value={form.party ?? (kind === 'price-list' ? NOBODY : null)}
        placeholder={t.choose}
        searchable
        onChange={(party) => onForm({ ...form, party: party === NOBODY ? null : party })}
      />
      {kind === 'proxy-goods' && (
        <ProxyFields proxy={form.proxy} onProxy={(proxy) => onForm({ ...form, proxy })} today={today} />
      )}
      {kind !== 'price-list' && kind !== 'proxy-goods' && (
        <div className={styles.dates}>
          <DateField label={t.from} value={form.from} today={day} onChange={(from) => onForm({ ...form, from })} />
          <DateField label={t.to} value={form.to} today={day} onChange={(to) => onForm({ ...form, to })} />
        </div>
      )}
      {kind !== 'reconciliation' && (
        <DateField
          label={t.until[kind]}
          value={form.until}
          today={day}
          onChange={(until) => onForm({ ...form, until })}
        />
      )}
    </>
  );
};
