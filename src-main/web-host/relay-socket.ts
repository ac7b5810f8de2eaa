import type { RawData, WebSocket } from 'ws';
import { wireRequest, type WireMessage } from '#shared/contract/wire.ts';
import type { CoreHost } from '#main/host/core-host.ts';
import { parseJson } from '#main/host/parse-json.ts';

/** WebSocket's own code for «this is not what we agreed on». */
const POLICY_VIOLATION = 1008;

/** One tab of the browser is one session of the core; the session ends with the socket. */
export const relaySocket = (socket: WebSocket, host: CoreHost): void => {
  const send = (message: WireMessage): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  };
  const session = host.openSession((event) => send({ event }));
  socket.on('message', (data, isBinary) => {
    const request = wireRequest.safeParse(isBinary ? null : parseJson(textOf(data)));
    if (request.success) void session.call(request.data).then(send);
    else socket.close(POLICY_VIOLATION);
  });
  // A broken connection is followed by `close`; without a listener it would end the process.
  socket.on('error', () => socket.terminate());
  socket.once('close', () => session.close());
};

const textOf = (data: RawData): string => {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return (data instanceof ArrayBuffer ? Buffer.from(data) : data).toString('utf8');
};
