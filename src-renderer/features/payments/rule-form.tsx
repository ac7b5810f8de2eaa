import { useMemo, useState } from 'react';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { PROPOSAL_KINDS, type ProposalKind } from '#shared/domain/matching/types.ts';
import { capitalize } from '#shared/kernel/text.ts';
import { KIND_NAMES } from '#shared/text/match-texts.ts';
import { paymentTexts } from '#renderer/text/payment-texts.ts';
import { ActionButtons } from '#renderer/ui/action-bar.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './payments.module.css';

const t = paymentTexts.rulesList;

export type Rule = OutputOf<'rules.list'>['items'][number];
export type SavedRule = InputOf<'rules.save'>['rule'];

type RuleFormProps = {
  readonly rule: Rule;
  readonly onSave: (rule: SavedRule) => void;
  readonly onClose: () => void;
};

const CONDITIONS = ['inn', 'account', 'nameContains', 'purposeContains'] as const;

type RuleKind = Rule['kind'];
const isRuleKind = (kind: ProposalKind): kind is RuleKind => kind !== 'unknown';

/** One rule: when it speaks, what it says, and whether it may post by itself. */
export const RuleForm = ({ rule, onSave, onClose }: RuleFormProps) => {
  const [when, setWhen] = useState(rule.when);
  const [kind, setKind] = useState<RuleKind>(rule.kind);
  const [asks, setAsks] = useState(rule.asks);
  const [isOn, setOn] = useState(rule.isOn);
  const isEmpty = CONDITIONS.every((field) => (when[field] ?? '').trim() === '');
  // «Платит за …» needs the client it was taught with.
  const kinds = PROPOSAL_KINDS.filter(isRuleKind).filter((each) => each !== 'payment' || rule.partyId !== null);
  const actions = useMemo(() => {
    const { id, organisationId, direction, partyId } = rule;
    return [
      {
        id: 'save',
        label: t.save,
        keys: 'Ctrl+Enter',
        primary: true,
        run: () => onSave({ id, organisationId, direction, partyId, when, kind, asks, isOn }),
        ...(isEmpty ? { disabledReason: t.needsCondition } : {}),
      },
      { id: 'keep', label: t.cancel, keys: 'Alt+Backspace', run: onClose },
    ];
  }, [rule, when, kind, asks, isOn, isEmpty, onSave, onClose]);
  return (
    <>
      <div className={styles.fields}>
        <SelectField
          label={t.fields.kind}
          value={kind}
          options={kinds.map((value) => ({ value, label: capitalize(KIND_NAMES[value]) }))}
          onChange={(value) => setKind(kinds.find((each) => each === value) ?? kind)}
        />
        <SelectField
          label={t.fields.zone}
          value={asks ? 'asks' : 'auto'}
          options={(['auto', 'asks'] as const).map((value) => ({ value, label: t.zones[value] }))}
          onChange={(value) => setAsks(value === 'asks')}
        />
        <SelectField
          label={t.fields.state}
          value={isOn ? 'on' : 'off'}
          options={(['on', 'off'] as const).map((value) => ({ value, label: t.states[value] }))}
          onChange={(value) => setOn(value === 'on')}
        />
        {CONDITIONS.map((field) => (
          <TextField
            key={field}
            label={t.fields[field]}
            value={when[field] ?? ''}
            onChange={(text) => setWhen({ ...when, [field]: text })}
          />
        ))}
      </div>
      <div className={styles.buttons}>
        <ActionButtons title={t.editing} actions={actions} />
      </div>
    </>
  );
};
