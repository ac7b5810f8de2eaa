import type { OutputOf } from '#shared/contract/index.ts';
import type { PackCondition } from '#shared/domain/document/pack-rules/pack-rule.ts';
import { compositionTexts } from '#renderer/text/composition-texts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import styles from './composition.module.css';

const t = compositionTexts.rule;

type Facts = OutputOf<'composition.get'>['facts'];

type ConditionLinesProps = {
  readonly when: readonly PackCondition[];
  readonly facts: Facts;
  readonly onChange: (when: PackCondition[]) => void;
};

/** More answers than this are chosen from a list, one at a time. */
const MOST_BOXES = 6;

/** What must hold, a line per condition; several answers of one condition mean «или». */
export const ConditionLines = ({ when, facts, onChange }: ConditionLinesProps) => {
  const put = (index: number, next: PackCondition): void =>
    onChange(when.map((one, place) => (place === index ? next : one)));
  const add = (): void => {
    const free = facts.find(({ name }) => when.every(({ fact }) => fact !== name)) ?? facts[0];
    if (free) onChange([...when, { fact: free.name, is: free.answers.slice(0, 1).map(({ code }) => code) }]);
  };
  return (
    <fieldset className={styles.conditions}>
      <legend className={styles.legend}>{when.length === 0 ? t.always : t.when}</legend>
      {when.map((condition, index) => (
        <div key={`${condition.fact}:${index}`} className={styles.condition}>
          <SelectField
            label={t.fact}
            value={condition.fact}
            options={facts.map(({ name, title }) => ({ value: name, label: title }))}
            onChange={(fact) => {
              const chosen = facts.find(({ name }) => name === fact);
              if (chosen) put(index, { fact: chosen.name, is: chosen.answers.slice(0, 1).map(({ code }) => code) });
            }}
          />
          <Answers
            answers={facts.find(({ name }) => name === condition.fact)?.answers ?? []}
            chosen={condition.is}
            onChange={(is) => put(index, { ...condition, is })}
          />
          <IconButton
            icon="x"
            label={t.removeCondition}
            onClick={() => onChange(when.filter((_, place) => place !== index))}
          />
        </div>
      ))}
      <Button size="s" icon="plus" onClick={add}>
        {t.addCondition}
      </Button>
    </fieldset>
  );
};

type AnswersProps = {
  readonly answers: Facts[number]['answers'];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
};

const Answers = ({ answers, chosen, onChange }: AnswersProps) => {
  if (answers.length > MOST_BOXES)
    return (
      <SelectField
        label={t.answer}
        value={chosen[0] ?? null}
        options={answers.map(({ code, text }) => ({ value: code, label: text }))}
        onChange={(code) => onChange(code === null ? [] : [code])}
      />
    );
  return (
    <div className={styles.answers} role="group" aria-label={t.answer}>
      {answers.map(({ code, text }) => (
        <label key={code} className={styles.answer}>
          <input
            type="checkbox"
            checked={chosen.includes(code)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...chosen, code] : chosen.filter((one) => one !== code))
            }
          />
          {text}
        </label>
      ))}
    </div>
  );
};
