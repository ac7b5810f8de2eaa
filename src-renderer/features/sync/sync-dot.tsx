import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { useBase } from '#renderer/parts/session.ts';
import { momentInWords } from '#renderer/text/dates.ts';
import { syncTexts as t } from '#renderer/text/sync-texts.ts';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { NetworkDot } from '#renderer/ui/network-dot.tsx';

/** One dot and one number in the frame: does the exchange go, and how much waits. Nothing where no CRM is connected. */
export const SyncDot = ({ onOpen }: { readonly onOpen: () => void }) => {
  const status = useQueryCall('sync.status', {}).data;
  const today = useBase().data?.today;
  const accounts = status?.accounts ?? [];
  const [first] = accounts;
  if (status === undefined || first === undefined || today === undefined) return null;
  const count = status.waiting + status.unknown + status.parked + status.conflicts;
  const agreed = first.agreedAt === null ? t.never : t.agreed(momentInWords(first.agreedAt, today));
  return (
    <LinkButton onClick={onOpen} title={t.dotTitle(agreed, count)}>
      <NetworkDot online={accounts.every(({ state, limit }) => state === 'active' && limit === '')}>
        {t.dot(count)}
      </NetworkDot>
    </LinkButton>
  );
};
