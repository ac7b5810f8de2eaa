import { useEffect, useState } from 'react';
import { useConnection } from '#renderer/bridge/hooks.ts';
import { connectionTexts } from '#renderer/text/connection-texts.ts';
import { NetworkDot } from '#renderer/ui/network-dot.tsx';

/** Whether the program can be reached now, and since when it cannot. */
export const ConnectionDot = () => {
  const connection = useConnection();
  const [since, setSince] = useState<Date | null>(null);
  useEffect(() => setSince((before) => (connection === 'online' ? null : (before ?? new Date()))), [connection]);
  if (connection === 'online') return <NetworkDot online>{connectionTexts.online}</NetworkDot>;
  return <NetworkDot online={false}>{since === null || connection === 'connecting' ? connectionTexts.connecting : connectionTexts.offline(timeOf(since))}</NetworkDot>;
};

const timeOf = (moment: Date): string => `${String(moment.getHours()).padStart(2, '0')}:${String(moment.getMinutes()).padStart(2, '0')}`;
