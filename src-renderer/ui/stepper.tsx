import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './stepper.module.css';

export type LifeStep = {
  readonly id: string;
  /** «Подписан ими». */
  readonly label: string;
  /** A moment or an age: «19.11 17:55», «ждём 1 день». */
  readonly detail?: string;
  readonly state: 'done' | 'current' | 'future' | 'refused' | 'annulled';
};

type StepperProps = {
  readonly label: string;
  readonly steps: readonly LifeStep[];
  /** One under another, where there is no room beside. */
  readonly vertical?: boolean;
};

/** The life of one copy of a document. Steps that its route lacks are absent, not grey. */
export const Stepper = ({ label, steps, vertical = false }: StepperProps) => (
  <ol className={classNames(styles.life, vertical && styles.vertical)} aria-label={label}>
    {steps.map((step) => (
      <li
        key={step.id}
        className={classNames(styles.step, styles[step.state])}
        aria-current={step.state === 'current' ? 'step' : undefined}
      >
        <span className={styles.mark}>
          {step.state === 'done' && <Icon name="check" />}
          {step.state === 'refused' && <Icon name="x" />}
        </span>
        <span className={styles.label}>{step.label}</span>
        {step.detail && <span className={styles.detail}>{step.detail}</span>}
      </li>
    ))}
  </ol>
);
