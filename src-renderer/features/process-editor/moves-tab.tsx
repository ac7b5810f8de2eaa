import type { KeyboardEvent } from 'react';
import type { Who } from '#shared/domain/process/definition-actions.ts';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import { allowMove, changeMovers, forbidMove, transitionBetween } from '#shared/domain/process/edit-definition.ts';
import { explainCondition, stageTitle } from '#shared/domain/process/explain.ts';
import { editorTexts } from '#renderer/text/editor-texts.ts';
import { CheckField } from '#renderer/ui/check-field.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { Change } from './use-editor.ts';
import { whoOf, whoOptions, whoValue } from './who-form.ts';
import styles from './process-editor.module.css';

const t = editorTexts.moves;

export type MoveCell = { readonly from: string; readonly to: string };

type MovesTabProps = {
  readonly definition: ProcessDefinition;
  readonly cell: MoveCell | null;
  readonly onCell: (cell: MoveCell) => void;
};

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Moves by hand as a matrix; arrows walk from cell to cell, what a cell says is changed beside it. */
export const MovesTab = ({ definition, cell, onCell }: MovesTabProps) => {
  const { stages } = definition;
  const walk = (event: KeyboardEvent<HTMLTableElement>): void => {
    const step = STEPS[event.code];
    if (step === undefined || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    const placeOf = (code: string | undefined): number =>
      Math.max(
        0,
        stages.findIndex((stage) => stage.code === code),
      );
    const from = stages[Math.min(Math.max(placeOf(cell?.from) + step[0], 0), stages.length - 1)];
    const to = stages[Math.min(Math.max(placeOf(cell?.to) + step[1], 0), stages.length - 1)];
    if (from === undefined || to === undefined) return;
    onCell({ from: from.code, to: to.code });
    document.getElementById(`move-${from.code}-${to.code}`)?.focus();
  };
  return (
    <div className={styles.scroll}>
      {/* Arrows are heard by the table; every cell is a button of its own. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <table className={styles.matrix} onKeyDown={walk}>
        <caption className={styles.caption}>{t.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.from}</th>
            {stages.map(({ code, title }) => (
              <th key={code} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stages.map((from, row) => (
            <tr key={from.code}>
              <th scope="row">{from.title}</th>
              {stages.map((to, column) => {
                const known = transitionBetween(definition, from.code, to.code);
                const isCurrent = cell?.from === from.code && cell.to === to.code;
                const isFirst = cell === null && row === 0 && column === 0;
                return (
                  <td
                    key={to.code}
                    className={classNames(isCurrent && styles.cellOn, from.code === to.code && styles.self)}
                  >
                    <button
                      id={`move-${from.code}-${to.code}`}
                      type="button"
                      className={styles.cell}
                      tabIndex={isCurrent || isFirst ? 0 : -1}
                      data-zone={isCurrent || isFirst ? 'list' : undefined}
                      aria-label={t.allowed(from.title, to.title)}
                      aria-pressed={known !== undefined}
                      onClick={() => onCell({ from: from.code, to: to.code })}
                    >
                      {known !== undefined && <Icon name={known.when === undefined ? 'check' : 'route'} size="s" />}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

type MovePartProps = { readonly definition: ProcessDefinition; readonly cell: MoveCell; readonly onChange: Change };

/** The chosen cell: may people move a record so, and which people. */
export const MovePart = ({ definition, cell: { from, to }, onChange }: MovePartProps) => {
  const known = transitionBetween(definition, from, to);
  const options = whoOptions(definition);
  const chosen = known?.who ?? [];
  const toggle = (value: string, isOn: boolean): void => {
    const person = whoOf(value);
    if (person === null) return;
    const next: readonly Who[] = isOn ? [...chosen, person] : chosen.filter((each) => whoValue(each) !== value);
    onChange((before) => changeMovers(before, from, to, next));
  };
  if (from === to) return null;
  return (
    <Section title={t.chosen} icon="arrow-right">
      <div className={styles.form}>
        <p>{t.allowed(stageTitle(definition, from), stageTitle(definition, to))}</p>
        <CheckField
          label={t.allow}
          hint={t.hint}
          checked={known !== undefined}
          onChange={(isOn) =>
            onChange((before) =>
              isOn ? allowMove(before, from, to, usualMovers(before)) : forbidMove(before, from, to),
            )
          }
        />
        {known?.when !== undefined && (
          <p className={styles.quiet}>{t.when(explainCondition(known.when, definition))}</p>
        )}
        {known !== undefined && (
          <fieldset className={styles.task}>
            <legend className={styles.legend}>{t.who}</legend>
            {options.map(({ value, label }) => (
              <CheckField
                key={value}
                label={label}
                checked={chosen.some((each) => whoValue(each) === value)}
                onChange={(isOn) => toggle(value, isOn)}
              />
            ))}
          </fieldset>
        )}
      </div>
    </Section>
  );
};

/** A new move is for those who move records elsewhere in this process. */
const usualMovers = ({ transitions }: ProcessDefinition): readonly Who[] => transitions[0]?.who ?? ['responsible'];
