import type { CallError } from '#renderer/bridge/call-error.ts';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';

type Reason = { readonly code: string; readonly message: string; readonly fields: readonly string[] };

/** What the process objects to, and the fields that would help; empty for a refusal of another kind. */
export const reasonsOf = (error: CallError | null): readonly Reason[] => {
  if (error?.wire.code !== 'process.refused') return [];
  const { refusals } = error.wire.data;
  return Array.isArray(refusals) ? refusals.filter(isReason) : [];
};

const isReason = (value: unknown): value is Reason =>
  typeof value === 'object' && value !== null && 'message' in value && 'fields' in value;

/** A process that said no says each reason on a line of its own; any other refusal has its usual place. */
export const ProcessRefusal = ({ error }: { readonly error: CallError }) => {
  const reasons = reasonsOf(error);
  if (reasons.length === 0) return <Refusal error={error} />;
  return (
    <div role="alert">
      {reasons.map(({ message }) => (
        <ProblemLine key={message} tone="blocks">
          {message}
        </ProblemLine>
      ))}
    </div>
  );
};
