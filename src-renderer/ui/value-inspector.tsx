import type { ReactNode } from 'react';
import { texts } from '#renderer/text/ui-texts.ts';
import { Button } from './button.tsx';
import { useHotkey } from './keys/use-hotkey.ts';
import styles from './value-inspector.module.css';

type ValueInspectorProps = {
  readonly value: ReactNode;
  /** «ставка клиента». */
  readonly field: string;
  readonly was?: string;
  /** Source, time, person: «Битрикс24, сегодня 12:40, Орлова». */
  readonly source: string;
  readonly onEdit?: () => void;
};

/** One value of the preview: what it is, what it was, where it came from, and the way to change it. */
export const ValueInspector = ({ value, field, was, source, onEdit }: ValueInspectorProps) => {
  useHotkey(texts.inspector.group, { keys: 'F2', label: texts.inspector.edit, run: onEdit });
  return (
    <div className={styles.inspector}>
      <div className={styles.words}>
        <p className={styles.value}>
          <b>{value}</b> {field}
          {was !== undefined && (
            <span className={styles.was}>
              {' · '}
              {texts.inspector.was} {was}
            </span>
          )}
        </p>
        <p className={styles.source}>{source}</p>
      </div>
      {onEdit && (
        <Button size="s" variant="mend" keys="F2" onClick={onEdit}>
          {texts.inspector.edit}
        </Button>
      )}
    </div>
  );
};
