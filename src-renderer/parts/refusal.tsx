import type { ReactNode } from 'react';
import { errorParts } from '#shared/text/error-texts.ts';
import type { CallError } from '#renderer/bridge/call-error.ts';
import { connectionTexts } from '#renderer/text/connection-texts.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { LOST_CONNECTION } from '#renderer/bridge/client.ts';
import styles from './refusal.module.css';

type RefusalProps = { readonly error: CallError; readonly actions?: ReactNode };

/** The same where a whole screen has nothing else to show. */
export const PageRefusal = ({ error }: Pick<RefusalProps, 'error'>) => (
  <div className={styles.page}>
    <Refusal error={error} />
  </div>
);

/** A refusal of the core in its place: what happened, what is safe, what to do. */
export const Refusal = ({ error, actions }: RefusalProps) => {
  const isLost = error.wire.incidentId === LOST_CONNECTION;
  const { what, safe, action } = isLost ? connectionTexts.lost : errorParts(error.wire);
  return (
    <ErrorPanel
      tone={isLost ? 'goes-on' : 'blocks'}
      title={what}
      incident={isLost ? undefined : error.wire.incidentId}
      actions={actions}
    >
      {safe} {action}
    </ErrorPanel>
  );
};
