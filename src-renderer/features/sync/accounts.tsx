import { momentInWords } from '#renderer/text/dates.ts';
import { syncTexts as t } from '#renderer/text/sync-texts.ts';
import { Facts } from '#renderer/ui/facts.tsx';
import { JobLine } from '#renderer/ui/job-line.tsx';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';
import { Section } from '#renderer/ui/section.tsx';
import styles from './sync.module.css';
import type { Account } from './sync-rows.ts';

export type AccountDeeds = {
  readonly onOnce: (accountId: string, options?: { reconcile?: boolean; acceptLoss?: boolean }) => void;
  readonly onPause: (accountId: string, isPaused: boolean) => void;
  readonly onNewKey: (account: Account) => void;
};

type AccountsProps = AccountDeeds & { readonly accounts: readonly Account[]; readonly today: string };

/** How each CRM stands: the first load with its estimate, limits, what stopped it and the button that helps. */
export const Accounts = ({ accounts, today, ...deeds }: AccountsProps) =>
  accounts.map((account) => <AccountSection key={account.id} account={account} today={today} {...deeds} />);

const AccountSection = ({ account, today, ...deeds }: AccountDeeds & { account: Account; today: string }) => {
  const { title, state, isRunning, agreedAt, limit, employee, address } = account;
  const agreed = agreedAt === null ? t.never : t.agreed(momentInWords(agreedAt, today));
  return (
    <Section title={title} note={isRunning ? t.running : t.states[state]} aside={agreed}>
      <Troubles account={account} {...deeds} />
      <Load account={account} onPause={deeds.onPause} />
      {limit !== '' && (
        <p className={styles.status} role="status">
          {limit}
        </p>
      )}
      <Facts
        facts={[
          { label: t.employee, value: employee },
          { label: t.address, value: address },
        ]}
      />
    </Section>
  );
};

const Troubles = ({ account, onOnce, onNewKey }: AccountDeeds & { account: Account }) => {
  const { id, stop, loss } = account;
  const asksKey = stop?.action === 'newKey' || stop?.action === 'checkAddress';
  return (
    <>
      {stop && (
        <ProblemLine
          tone="blocks"
          spread
          mend={{
            label: t.stopActions[stop.action],
            onClick: () => (asksKey ? onNewKey(account) : onOnce(id)),
          }}
        >
          {stop.message}
        </ProblemLine>
      )}
      {loss && (
        <ProblemLine
          tone="warns"
          spread
          mend={{ label: t.lossAgain, onClick: () => onOnce(id, { reconcile: true }) }}
          other={{ label: t.lossAccept, onClick: () => onOnce(id, { reconcile: true, acceptLoss: true }) }}
        >
          {t.loss(loss.missing, loss.known)}
        </ProblemLine>
      )}
    </>
  );
};

const Load = ({ account, onPause }: Pick<AccountDeeds, 'onPause'> & { account: Account }) => {
  const { id, firstLoad, state } = account;
  if (firstLoad === null || firstLoad.isFinished) return null;
  const { done, total, isUsable, secondsLeft } = firstLoad;
  return (
    <div className={styles.status}>
      <JobLine
        text={t.loading(done, total)}
        progress={{ done, total, failed: 0 }}
        {...(secondsLeft === null ? {} : { timeLeft: t.left(secondsLeft) })}
        {...(state === 'paused' ? { onResume: () => onPause(id, false) } : { onPause: () => onPause(id, true) })}
      />
      <p>{isUsable ? t.usable : t.notUsable}</p>
    </div>
  );
};
