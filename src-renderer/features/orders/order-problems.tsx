import { useState } from 'react';
import { FieldEditor } from '#renderer/parts/field-editor.tsx';
import { fieldInfo, type FieldInfo } from '#renderer/parts/field-info.ts';
import { passedRules, type Problem } from '#renderer/parts/findings.ts';
import { ReasonEditor } from '#renderer/parts/reason-editor.tsx';
import { toSheets } from '#renderer/parts/order-row.ts';
import { fieldTexts } from '#renderer/text/field-texts.ts';
import { lifeTexts } from '#renderer/text/life-texts.ts';
import { orderTexts } from '#renderer/text/order-texts.ts';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { Pack } from '#renderer/ui/pack.tsx';
import { PreflightList, type PreflightProblem } from '#renderer/ui/preflight-list.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { Card, Kind } from './card.ts';
import { canOverride, type Override } from './use-overrides.ts';

type OrderProblemsProps = {
  readonly order: Card;
  readonly problems: readonly Problem[];
  /** The problem whose field stands open. */
  readonly mending: string | null;
  readonly canEdit: boolean;
  readonly today: string;
  readonly onMend: (id: string) => void;
  readonly onDone: () => void;
  /** Shows the document a problem was met in. */
  readonly onSheet: (kind: Kind) => void;
  /** Null for a person without the right to let a block pass. */
  readonly overriding: {
    readonly overrides: readonly Override[];
    /** The problem whose reason is being asked for. */
    readonly asked: string | null;
    readonly onAsk: (id: string | null) => void;
    readonly onReason: (override: Override) => void;
  } | null;
};

/** What the check says, blocking first; each line is mended where it stands. Hints are folded: they ask for nothing. */
export const OrderProblems = ({
  order,
  problems,
  mending,
  canEdit,
  today,
  onMend,
  onDone,
  onSheet,
  overriding,
}: OrderProblemsProps) => {
  const serious = problems.filter(({ severity }) => severity !== 'hint');
  const hints = problems.filter(({ severity }) => severity === 'hint');
  const wayOut = (problem: Problem, info: FieldInfo | null): Pick<PreflightProblem, 'mend' | 'whoCan'> => {
    const [kind] = problem.kinds;
    if (info && canEdit) return { mend: { label: info.verb, onClick: () => onMend(problem.id) } };
    if (problem.field.startsWith('order') && kind)
      return { mend: { label: orderTexts.card.look, onClick: () => onSheet(kind) } };
    return { whoCan: fieldTexts.elsewhere };
  };
  const passing = (problem: Problem): Pick<PreflightProblem, 'other' | 'overridden' | 'editor'> => {
    if (overriding === null || !canOverride(problem)) return {};
    const { overrides, asked, onAsk, onReason } = overriding;
    const given = overrides.find(({ rule }) => rule === problem.rule);
    if (given) return { overridden: lifeTexts.yours(given.reason) };
    if (asked !== problem.id) return { other: { label: lifeTexts.override, onClick: () => onAsk(problem.id) } };
    return {
      editor: (
        <ReasonEditor
          label={lifeTexts.overrideReason}
          hint={lifeTexts.overrideHint}
          verb={lifeTexts.overrideDone}
          onReason={(reason) => onReason({ rule: problem.rule, reason })}
          onCancel={() => onAsk(null)}
        />
      ),
    };
  };
  const lineOf = (problem: Problem): PreflightProblem => {
    const info = fieldInfo(problem.field);
    return {
      id: problem.id,
      tone: problem.severity === 'block' ? 'blocks' : 'warns',
      text: problem.text,
      sheet: <Pack sheets={toSheets(order.pack.filter(({ kind }) => problem.kinds.includes(kind)))} />,
      ...wayOut(problem, info),
      ...passing(problem),
      ...(info && mending === problem.id
        ? { editor: <FieldEditor info={info} order={order} today={today} onDone={onDone} /> }
        : {}),
    };
  };
  return (
    <>
      {order.checkedRules > 0 && (
        <PreflightList
          total={order.checkedRules}
          passed={passedRules(order.checkedRules, order.findings)}
          problems={serious.map(lineOf)}
        />
      )}
      {hints.length > 0 && <Hints hints={hints} />}
    </>
  );
};

const Hints = ({ hints }: { readonly hints: readonly Problem[] }) => {
  const [opened, setOpened] = useState(false);
  return (
    <Section
      title={orderTexts.card.showHints(hints.length)}
      icon="help"
      aside={
        <LinkButton onClick={() => setOpened(!opened)}>
          {opened ? orderTexts.card.hideHints : orderTexts.card.show}
        </LinkButton>
      }
    >
      {opened && (
        <ul>
          {hints.map((hint) => (
            <li key={hint.id}>{hint.text}</li>
          ))}
        </ul>
      )}
    </Section>
  );
};
