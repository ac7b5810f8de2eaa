import { connect, type Socket } from 'node:net';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Logger } from '#main/ports/logger.ts';
import type { Random } from '#main/ports/random.ts';
import { createChannel } from './channel.ts';
import type { CoreHost } from './core-host.ts';
import { MAX_MESSAGE_BYTES } from './limits.ts';
import { createLineReader } from './line-reader.ts';
import { CONTROL_READY } from './local-socket.ts';
import { parseJson } from './parse-json.ts';
import { createRemoteHost } from './remote-host.ts';

export type ControlClientDeps = {
  readonly random: Random;
  readonly logger: Logger;
  /** How long to wait for the running core to let us in. */
  readonly timeoutMs?: number;
};

const TIMEOUT_MS = 5000;

/**
 * The core of another process of the same user. `unreachable`: nobody listens there, or it did not know the key.
 * Closing this host ends the connection only; the core goes on for its own window.
 */
export const connectControl = async (
  port: number,
  key: string,
  { random, logger, timeoutMs = TIMEOUT_MS }: ControlClientDeps,
): Promise<Result<CoreHost, 'unreachable'>> => {
  const socket = connect({ host: '127.0.0.1', port });
  const channel = createChannel({
    post: (message) => void socket.write(`${JSON.stringify(message)}\n`),
    onFailure: (name) => logger.error('control.failed', { name }),
  });
  const read = createLineReader(
    () => MAX_MESSAGE_BYTES,
    (line) => channel.receive(parseJson(line)),
    () => socket.destroy(),
  );
  socket.setNoDelay(true);
  socket.on('data', read);
  // The reason is in the `close` that follows.
  socket.on('error', () => socket.destroy());
  socket.once('connect', () => socket.write(`${key}\n`));
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => {
      channel.close();
      resolve();
    });
  });

  const isLetIn = await new Promise<boolean>((resolve) => {
    channel.onFact((name) => name === CONTROL_READY && resolve(true));
    void closed.then(() => resolve(false));
    setTimeout(() => resolve(false), timeoutMs).unref();
  });
  if (!isLetIn) {
    socket.destroy();
    return err('unreachable');
  }
  const report = (event: string): string => {
    const incidentId = random.token(6);
    logger.error(event, { incidentId });
    return incidentId;
  };
  return ok(createRemoteHost({ channel, report, close: () => hangUp(socket, closed) }));
};

/** Lets what was written leave first. */
const hangUp = async (socket: Socket, closed: Promise<void>): Promise<void> => {
  socket.end();
  await closed;
};
