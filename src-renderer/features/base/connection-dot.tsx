import { useEffect, useState } from 'react';
import { useClient } from '#renderer/bridge/client-context.ts';
import { useConnection } from '#renderer/bridge/hooks.ts';
import { connectionTexts } from '#renderer/text/connection-texts.ts';
import { timeInWords } from '#renderer/text/dates.ts';
import { NetworkDot } from '#renderer/ui/network-dot.tsx';

/** Whether the program can be reached now, and since when it cannot. */
export const ConnectionDot = () => {
  const client = useClient();
  const connection = useConnection();
  const [lostAt, setLostAt] = useState<Date | null>(null);
  useEffect(
    () =>
      client.onState((state) => {
        if (state === 'online') setLostAt(null);
        // Each attempt to come back fails anew; the loss happened once.
        else if (state === 'offline') setLostAt((before) => before ?? new Date());
      }),
    [client],
  );
  if (connection === 'online') return <NetworkDot online>{connectionTexts.online}</NetworkDot>;
  return (
    <NetworkDot online={false}>
      {lostAt === null ? connectionTexts.connecting : connectionTexts.offline(timeInWords(lostAt))}
    </NetworkDot>
  );
};
