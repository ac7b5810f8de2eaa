import { use, type ReactNode, type Ref } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import { RowTabStopContext } from './table/row-tab-stop.ts';
import styles from './button.module.css';

export type ButtonVariant = 'primary' | 'default' | 'mend' | 'quiet' | 'danger';

export type ButtonProps = {
  /** What will really happen: «Выпустить 5 документов». */
  readonly children: ReactNode;
  readonly onClick?: () => void;
  /** `primary` is the blue pen, one per screen; `mend` stands in a problem line. */
  readonly variant?: ButtonVariant;
  readonly size?: 'm' | 's';
  readonly icon?: IconName;
  /** Printed on the button; binding is the work of `useHotkeys` or `ActionBar`. */
  readonly keys?: string;
  /** Why it cannot act now. The button stays focusable, so that the reason can be read. */
  readonly disabledReason?: string;
  readonly type?: 'button' | 'submit';
  readonly ref?: Ref<HTMLButtonElement>;
};

export const Button = ({
  children,
  onClick,
  variant = 'default',
  size = 'm',
  icon,
  keys,
  disabledReason,
  type = 'button',
  ref,
}: ButtonProps) => {
  const inTabOrder = use(RowTabStopContext);
  const disabled = disabledReason !== undefined;
  return (
    <button
      ref={ref}
      type={type}
      tabIndex={inTabOrder ? undefined : -1}
      data-variant={variant}
      className={classNames(styles.button, styles[variant], size === 's' && styles.small)}
      aria-disabled={disabled || undefined}
      title={disabledReason}
      onClick={disabled ? undefined : onClick}
    >
      {icon && <Icon name={icon} />}
      <span className={styles.label}>{children}</span>
      {keys && <Kbd keys={keys} />}
    </button>
  );
};
