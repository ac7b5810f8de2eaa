import { useQueryCall, useCommandCall } from '#renderer/bridge/hooks.ts';
import { useBase } from '#renderer/parts/session.ts';
import { momentInWords } from '#renderer/text/dates.ts';
import { paymentTexts } from '#renderer/text/payment-texts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useToasts } from '#renderer/ui/toasts.tsx';
import styles from './payments.module.css';

const t = paymentTexts.rulesList;

/** What corrections have taught, with the way to forget it. */
export const RulesDialog = ({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) => {
  const rules = useQueryCall('rules.list', {}, { enabled: opened });
  const today = useBase().data?.today;
  const { mutate: remove } = useCommandCall('rules.delete');
  const { show } = useToasts();
  const items = rules.data?.items ?? [];
  return (
    <Dialog opened={opened} title={t.title} note={t.note} onClose={onClose}>
      {items.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ul className={styles.rules}>
          {items.map((rule) => (
            <li key={rule.id} className={styles.rule}>
              <span>
                {rule.text}
                <br />
                <span className={styles.quiet}>
                  {rule.organisation || t.every} · {rule.who}
                  {today !== undefined && `, ${momentInWords(rule.at, today)}`}
                </span>
              </span>
              <Button
                size="s"
                onClick={() =>
                  remove(
                    { commandId: crypto.randomUUID(), id: rule.id },
                    { onSuccess: () => show({ text: t.removed }) },
                  )
                }
              >
                {t.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
};
