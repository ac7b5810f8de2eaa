import { useState, type DragEvent, type ReactNode, type Ref } from 'react';
import { classNames } from '#renderer/ui/class-names.ts';
import styles from './file-drop.module.css';

type FileDropProps = {
  /** What is asked for: «Скан в PDF». */
  readonly label: string;
  /** Endings that the question offers: «.pdf,.docx». */
  readonly accept: string;
  readonly enabled: boolean;
  /** The hidden field of the file: whoever wants to ask for one presses it. */
  readonly inputRef: Ref<HTMLInputElement>;
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
};

/** The whole screen takes a dropped file, or one that was chosen. */
export const FileDrop = ({ label, accept, enabled, inputRef, onFile, children }: FileDropProps) => {
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
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          takeFirst(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      {children}
    </div>
  );
};
