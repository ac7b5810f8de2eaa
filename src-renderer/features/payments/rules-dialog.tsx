import { useState } from 'react';
import { useQueryCall, useCommandCall } from '#renderer/bridge/hooks.ts';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { useBase, useRight } from '#renderer/parts/session.ts';
import { momentInWords } from '#renderer/text/dates.ts';
import { paymentTexts } from '#renderer/text/payment-texts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useToasts } from '#renderer/ui/toasts.tsx';
import styles from './payments.module.css';
import { RuleForm, type Rule, type SavedRule } from './rule-form.tsx';

const t = paymentTexts.rulesList;

/** What corrections have taught, with the way to change, silence or forget it. */
export const RulesDialog = ({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) => {
  const rules = useQueryCall('rules.list', {}, { enabled: opened });
  const { mutate: save, error } = useCommandCall('rules.save');
  const { mutate: remove } = useCommandCall('rules.delete');
  const [edited, setEdited] = useState<string | null>(null);
  const { show } = useToasts();
  const items = rules.data?.items ?? [];
  const rule = items.find(({ id }) => id === edited);
  const saveRule = (changed: SavedRule): void => {
    save(
      { commandId: crypto.randomUUID(), rule: changed },
      {
        onSuccess: () => {
          setEdited(null);
          show({ text: t.saved });
        },
      },
    );
  };
  const removeRule = ({ id }: Rule): void =>
    remove({ commandId: crypto.randomUUID(), id }, { onSuccess: () => show({ text: t.removed }) });
  return (
    <Dialog
      opened={opened}
      wide={rule !== undefined}
      title={rule ? t.editing : t.title}
      note={t.note}
      onClose={onClose}
    >
      {error && <Refusal error={error} />}
      {rule ? (
        <RuleForm key={rule.id} rule={rule} onSave={saveRule} onClose={() => setEdited(null)} />
      ) : (
        <RuleList items={items} onEdit={({ id }) => setEdited(id)} onRemove={removeRule} />
      )}
    </Dialog>
  );
};

type RuleListProps = {
  readonly items: readonly Rule[];
  readonly onEdit: (rule: Rule) => void;
  readonly onRemove: (rule: Rule) => void;
};

const RuleList = ({ items, onEdit, onRemove }: RuleListProps) => {
  const today = useBase().data?.today;
  const canEdit = useRight('payments.edit');
  if (items.length === 0) return <p>{t.none}</p>;
  return (
    <ul className={styles.rules}>
      {items.map((rule) => (
        <li key={rule.id} className={styles.rule}>
          <span>
            {rule.text}
            {rule.asks && `, ${t.asksEach}`}
            {!rule.isOn && ` (${t.off})`}
            <br />
            <span className={styles.quiet}>
              {rule.organisation || t.every} · {rule.who}
              {today !== undefined && `, ${momentInWords(rule.at, today)}`}
            </span>
          </span>
          {canEdit && (
            <span className={styles.buttons}>
              <Button size="s" onClick={() => onEdit(rule)}>
                {t.edit}
              </Button>
              <Button size="s" onClick={() => onRemove(rule)}>
                {t.remove}
              </Button>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
};
