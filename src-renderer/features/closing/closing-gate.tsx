import { useState } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { ReasonEditor } from '#renderer/parts/reason-editor.tsx';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { useRight } from '#renderer/parts/session.ts';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { closingTexts } from '#renderer/text/closing-texts.ts';
import { wayTexts } from '#renderer/text/way-texts.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';
import { Section } from '#renderer/ui/section.tsx';
import styles from './closing.module.css';

const t = closingTexts.gate;

/** May the order be closed: every required original is here, or somebody with the right has said why not. */
export const ClosingGate = ({ orderId }: { readonly orderId: string }) => {
  const gate = useQueryCall('closing.gate', { order: orderId }).data;
  const canOverride = useRight('documents.override');
  const { run, error } = useDeed();
  const [asking, setAsking] = useState(false);
  if (!gate || gate.items.every(({ documentId }) => documentId === null)) return null;
  const missing = gate.items.filter(({ isHere }) => !isHere);
  return (
    <Section title={t.title} icon="archive">
      {missing.length === 0 ? (
        <p className={styles.holds}>{t.open}</p>
      ) : gate.override ? (
        <ProblemLine tone="warns" spread>
          {t.overridden(gate.override.who, gate.override.role, gate.override.reason)}
        </ProblemLine>
      ) : asking ? (
        <ReasonEditor
          label={t.ask(gate.order)}
          hint={t.hint}
          verb={t.overrideShort}
          onReason={(reason) => {
            setAsking(false);
            void run('closing.override', { ...intent(), order: orderId, reason }, ({ order }) => t.done(order));
          }}
          onCancel={() => setAsking(false)}
        />
      ) : (
        <ProblemLine
          tone="blocks"
          spread
          {...(canOverride
            ? { mend: { label: t.override, keys: 'Shift+G', onClick: () => setAsking(true) } }
            : { whoCan: t.whoCan })}
        >
          {t.closed(missing.length)}
        </ProblemLine>
      )}
      {error && <Refusal error={error} />}
      <ul className={styles.items}>
        {gate.items.map((item) => (
          <li key={`${item.kind} ${item.documentId ?? ''}`} className={styles.item}>
            <Icon name={item.isHere ? 'check' : 'hourglass'} size="s" />
            <b>{wayTexts.document(item.title, item.number)}</b>
            <span className={styles.quiet}>{item.isHere ? t.here : item.reason}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
};
