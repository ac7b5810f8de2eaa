import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { syncTexts } from '#renderer/text/sync-texts.ts';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import type { Chosen, Probe } from './probe.ts';
import styles from './sync.module.css';

const t = syncTexts.wizard;

type FoundCrmProps = {
  readonly probe: Probe;
  readonly chosen: Chosen;
  readonly onChosen: (chosen: Chosen) => void;
};

/** What answered at the address: who we are, what is missing, and which of its fields are which of ours. */
export const FoundCrm = ({ probe, chosen, onChosen }: FoundCrmProps) => {
  const ours = useQueryCall('organisations.list', {}).data?.items ?? [];
  const organisations = [...probe.organisations, ...ours.map(({ inn, name }) => ({ inn, title: name }))].filter(
    ({ inn }, index, all) => inn !== '' && all.findIndex((other) => other.inn === inn) === index,
  );
  const own = probe.fields.filter(({ name }) => /^uf|^[0-9a-f-]{36}$/iu.test(name));
  const fields = own.length > 0 ? own : probe.fields;
  const options = [
    { value: '', label: t.usual },
    ...fields.map(({ name, title }) => ({ value: name, label: title || name })),
  ];
  const samplesOf = (name: string | undefined): string | undefined => {
    const field = fields.find((one) => one.name === name);
    return field === undefined ? undefined : t.samples(field.samples);
  };
  return (
    <>
      <Section title={t.who(probe.portal, probe.employee)}>
        {probe.missing.map((right) => (
          <ProblemLine key={right} tone="warns">
            {t.missing}: {right}
          </ProblemLine>
        ))}
        <SelectField
          label={t.organisation}
          options={[
            { value: '', label: t.usual },
            ...organisations.map(({ inn, title }) => ({ value: inn, label: title })),
          ]}
          value={chosen.organisation}
          onChange={(inn) => onChosen({ ...chosen, organisation: inn ?? '' })}
        />
      </Section>
      <Section title={t.fields} note={t.fieldsNote}>
        <div className={styles.mapping}>
          {probe.ourFields.map(({ name, title }) => {
            const hint = samplesOf(chosen.fields[name]);
            return (
              <SelectField
                key={name}
                label={title}
                options={options}
                value={chosen.fields[name] ?? ''}
                onChange={(remote) => onChosen({ ...chosen, fields: { ...chosen.fields, [name]: remote ?? '' } })}
                {...(hint === undefined ? {} : { hint })}
              />
            );
          })}
        </div>
      </Section>
    </>
  );
};
