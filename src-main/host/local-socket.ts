import { createServer, type Socket } from 'node:net';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { Logger } from '#main/ports/logger.ts';
import type { Random } from '#main/ports/random.ts';
import { createChannel } from './channel.ts';
import { isSameKey, writeControlKey } from './control-key.ts';
import type { CoreHost } from './core-host.ts';
import { MAX_MESSAGE_BYTES } from './limits.ts';
import { createLineReader } from './line-reader.ts';
import { parseJson } from './parse-json.ts';
import { serveHost } from './remote-host.ts';

/**
 * The door for other processes of the same user: the command line beside the open window, a scheduled export.
 * Loopback TCP, one JSON message a line, the first line is the key from the key file. TCP and not a named pipe,
 * because Windows pipes are open to every user of the machine.
 */
export type ControlServer = { readonly port: number; readonly close: () => Promise<void> };

export type ControlServerOptions = {
  readonly host: CoreHost;
  /** `<base>/control.key`; a new key is written at each start and the file is readable by this user only. */
  readonly keyFile: string;
  readonly random: Random;
  readonly logger: Logger;
  /** How long a stranger may stay without the right key. */
  readonly keyTimeoutMs?: number;
};

/** What the server says after the right key. */
export const CONTROL_READY = 'control.ready';

const KEY_BYTES = 32;
const MAX_KEY_LINE = 256;
const KEY_TIMEOUT_MS = 3000;
const MAX_NEIGHBOURS = 32;

export const serveControl = async (options: ControlServerOptions): Promise<ControlServer> => {
  const key = options.random.token(KEY_BYTES);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    welcome(socket, key, options);
  });
  server.maxConnections = MAX_NEIGHBOURS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0 }, resolve);
  });
  await writeControlKey(options.keyFile, key);
  return {
    port: portOf(server.address()),
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
};

const welcome = (
  socket: Socket,
  key: string,
  { host, logger, keyTimeoutMs = KEY_TIMEOUT_MS }: ControlServerOptions,
): void => {
  let isKnown = false;
  const refuse = (event: string): void => {
    logger.error(event);
    socket.destroy();
  };
  const channel = createChannel({
    post: (message) => void socket.write(`${JSON.stringify(message)}\n`),
    onFailure: (name) => logger.error('control.failed', { name }),
  });
  const endSessions = serveHost(host, channel);
  const timer = setTimeout(() => refuse('control.keyTimeout'), keyTimeoutMs);

  const onLine = (line: string): void => {
    if (isKnown) {
      channel.receive(parseJson(line));
      return;
    }
    clearTimeout(timer);
    if (!isSameKey(line, key)) {
      refuse('control.wrongKey');
      return;
    }
    isKnown = true;
    channel.tell(CONTROL_READY, null);
  };
  const read = createLineReader(
    () => (isKnown ? MAX_MESSAGE_BYTES : MAX_KEY_LINE),
    onLine,
    () => refuse('control.tooLong'),
  );

  socket.setNoDelay(true);
  // After a refusal bytes may still be on their way; nothing of them is read.
  socket.on('data', (chunk: Buffer) => {
    if (!socket.destroyed) read(chunk);
  });
  socket.on('error', () => socket.destroy());
  socket.once('close', () => {
    clearTimeout(timer);
    channel.close();
    endSessions();
  });
};

const portOf = (address: ReturnType<ReturnType<typeof createServer>['address']>): number => {
  const found = requireDefined(address, 'the address of a listening server');
  return typeof found === 'string' ? 0 : found.port;
};
