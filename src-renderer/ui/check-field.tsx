import { useId } from 'react';
import styles from './check-field.module.css';

type CheckFieldProps = {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** A quiet line under the words. */
  readonly hint?: string;
  /** Why it cannot be changed now. */
  readonly disabledReason?: string;
};

/** Yes or no, with its words at the right. */
export const CheckField = ({ label, checked, onChange, hint, disabledReason }: CheckFieldProps) => {
  const id = useId();
  return (
    <div className={styles.root} title={disabledReason}>
      <input
        id={id}
        className={styles.box}
        type="checkbox"
        checked={checked}
        disabled={disabledReason !== undefined}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
    </div>
  );
};
