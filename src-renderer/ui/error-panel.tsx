import { useState, type ReactNode } from 'react';
import { texts } from '#renderer/text/ui-texts.ts';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import { LinkButton } from './link-button.tsx';
import styles from './error-panel.module.css';

type ErrorPanelProps = {
  /** `blocks` is red: the work stops here; `goes-on` is amber: it continues without this. */
  readonly tone: 'blocks' | 'goes-on';
  /** What happened. */
  readonly title: string;
  /** What is safe. */
  readonly children: ReactNode;
  /** What to do: a button, rarely two. */
  readonly actions?: ReactNode;
  readonly icon?: IconName;
  /** Code of the incident for support; folded. */
  readonly incident?: string;
};

/** An error in its place, never in the middle of the window, never disappearing by itself. */
export const ErrorPanel = ({ tone, title, children, actions, icon, incident }: ErrorPanelProps) => (
  <div className={classNames(styles.panel, tone === 'blocks' ? styles.blocks : styles.goesOn)} role="alert">
    <span className={styles.sign}>
      <Icon name={icon ?? (tone === 'blocks' ? 'alert-octagon' : 'alert-triangle')} />
    </span>
    <div className={styles.body}>
      <p className={styles.title}>{title}</p>
      <p>{children}</p>
      {incident !== undefined && <Incident code={incident} />}
    </div>
    {actions && <div className={styles.actions}>{actions}</div>}
  </div>
);

const Incident = ({ code }: { readonly code: string }) => {
  const [opened, setOpened] = useState(false);
  const [copied, setCopied] = useState(false);
  if (!opened) return <LinkButton onClick={() => setOpened(true)}>{texts.error.details}</LinkButton>;
  const copy = () => void navigator.clipboard.writeText(code).then(() => setCopied(true));
  return (
    <p className={styles.incident}>
      <code className={styles.code}>{code}</code>
      <Button size="s" icon={copied ? 'check' : 'copy'} onClick={copy}>
        {copied ? texts.error.copied : texts.error.copy}
      </Button>
    </p>
  );
};
