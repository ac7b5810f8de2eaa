import type { FieldDrafts } from './field-drafts.ts';
import { ProcessField } from './process-field.tsx';
import type { ProcessField as Field } from './shapes.ts';
import styles from './process-fields.module.css';

type ProcessFieldsProps = {
  readonly fields: readonly Field[];
  readonly drafts: FieldDrafts;
  readonly today: string;
  /** Codes of those without which the step is not taken. */
  readonly required?: readonly string[];
  /** One under another, in a narrow place. */
  readonly narrow?: boolean;
};

/** Fields of a record in two columns, or in one. */
export const ProcessFields = ({ fields, drafts, today, required = [], narrow = false }: ProcessFieldsProps) => (
  <div className={narrow ? styles.narrow : styles.fields}>
    {fields.map((field) => (
      <ProcessField
        key={field.code}
        field={field}
        value={drafts.valueOf(field)}
        required={required.includes(field.code)}
        today={today}
        onChange={(value) => drafts.set(field.code, value)}
      />
    ))}
  </div>
);
