import type { CallError } from '#renderer/bridge/call-error.ts';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import styles from './refusals.module.css';

/** What the process objects to; empty for a refusal of another kind. */
const reasonsOf = ({ wire }: CallError): readonly string[] => {
  const refusals = wire.code === 'process.refused' ? wire.data['refusals'] : [];
  return Array.isArray(refusals) ? refusals.flatMap(messageOf) : [];
};

const messageOf = (refusal: unknown): readonly string[] =>
  typeof refusal === 'object' && refusal !== null && 'message' in refusal ? [String(refusal.message)] : [];

/** A process that said no gives its reasons one under another; any other refusal has its usual place. */
export const ProcessRefusal = ({ error }: { readonly error: CallError }) => {
  const reasons = reasonsOf(error);
  if (reasons.length === 0) return <Refusal error={error} />;
  return (
    <div className={styles.reasons} role="alert">
      {reasons.map((reason) => (
        <p key={reason} className={styles.reason}>
          <Icon name="alert-octagon" size="s" />
          <span>{reason}</span>
        </p>
      ))}
    </div>
  );
};
