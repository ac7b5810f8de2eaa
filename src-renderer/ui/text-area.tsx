import { useId, type Ref } from 'react';
import styles from './field.module.css';

type TextAreaProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  readonly placeholder?: string;
  /** A quiet line under the field. */
  readonly hint?: string;
  readonly ref?: Ref<HTMLTextAreaElement>;
};

/** Several lines: a pasted column, the text of a letter. */
export const TextArea = ({ label, onChange, hint, rows = 6, ref, value, placeholder }: TextAreaProps) => {
  const id = useId();
  return (
    <div className={styles.root}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <textarea
        ref={ref}
        id={id}
        className={styles.area}
        rows={rows}
        value={value}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
};
