import { useCallback, useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { CallError } from '#renderer/bridge/call-error.ts';
import { useClient } from '#renderer/bridge/client-context.ts';
import { issueTexts } from '#renderer/text/issue-texts.ts';
import { useToasts } from '#renderer/ui/toasts.tsx';

export type IssueAnswer = OutputOf<'packs.issue'>;
type Refused = { readonly number: string; readonly error: CallError };

/** What came of one press of the blue button. */
export type IssueOutcome = {
  /** Documents made now, in the order of the packs. */
  readonly issued: IssueAnswer['issued'];
  /** What the packs still complain about. */
  readonly problems: IssueAnswer['problems'];
  readonly refused: readonly Refused[];
};

/** A blocking rule let pass, and why. */
type Override = { readonly rule: string; readonly reason: string };

type Target = { readonly id: string; readonly number: string };

/** Issues packs one after another: numbers of a series follow the order of the list. */
export const useIssue = () => {
  const client = useClient();
  const { show } = useToasts();
  const [running, setRunning] = useState(false);
  const [outcome, setOutcome] = useState<IssueOutcome | null>(null);

  const issue = useCallback(
    async (
      orders: readonly Target[],
      overrides: readonly Override[] = [],
      facsimile = false,
      kinds?: readonly string[],
    ): Promise<IssueOutcome> => {
      setRunning(true);
      setOutcome(null);
      const answers: IssueAnswer[] = [];
      const refused: Refused[] = [];
      for (const { id, number } of orders) {
        const answer = await client.call('packs.issue', {
          commandId: crypto.randomUUID(),
          order: id,
          overrides: [...overrides],
          facsimile,
          // Absent: what the rules put into the pack.
          ...(kinds === undefined ? {} : { kinds: [...kinds] }),
        });
        if (answer.ok) answers.push(answer.value);
        else refused.push({ number, error: new CallError(answer.error) });
      }
      const done = {
        issued: answers.flatMap((answer) => answer.issued.filter((document) => !document.already)),
        problems: answers.flatMap((answer) => answer.problems),
        refused,
      };
      setOutcome(done);
      setRunning(false);
      if (done.issued.length > 0)
        show({
          text: issueTexts.done(
            done.issued.length,
            orders.map(({ number }) => number),
          ),
        });
      return done;
    },
    [client, show],
  );
  const forget = useCallback(() => setOutcome(null), []);
  return { issue, running, outcome, forget };
};
