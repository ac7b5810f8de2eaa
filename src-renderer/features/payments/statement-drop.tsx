import { useState, type DragEvent, type ReactNode, type Ref } from 'react';
import { paymentTexts as t } from '#renderer/text/payment-texts.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import styles from './payments.module.css';

type StatementDropProps = {
  readonly enabled: boolean;
  readonly busy: boolean;
  /** The hidden field of the file: whoever wants to ask for one presses it. */
  readonly inputRef: Ref<HTMLInputElement>;
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
};

/** The whole screen takes a dropped file, or one that was chosen. */
export const StatementDrop = ({ enabled, busy, inputRef, onFile, children }: StatementDropProps) => {
  const [over, setOver] = useState(false);
  const takeFirst = (files: FileList | null): void => {
    const [file] = files ?? [];
    if (file !== undefined && enabled) onFile(file);
  };
  const onDrag = (event: DragEvent): void => {
    event.preventDefault();
    setOver(enabled && event.type === 'dragover');
  };
  return (
    <div
      className={classNames(styles.drop, over && styles.over)}
      onDragOver={onDrag}
      onDragLeave={onDrag}
      onDrop={(event) => {
        onDrag(event);
        takeFirst(event.dataTransfer.files);
      }}
    >
      <input
        ref={inputRef}
        className={styles.file}
        type="file"
        accept=".txt,.1c,.csv,.xlsx"
        aria-label={t.chooseFile}
        onChange={(event) => {
          takeFirst(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      {children}
      {busy && <p role="status">{t.reading}</p>}
    </div>
  );
};
