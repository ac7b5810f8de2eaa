import type { FakeClock } from './clock.ts';
import { ConnectionLost, textBytes, type FakeReply, type FakeRequest, type FakeTransport } from './wire.ts';

/** The handler of a server; null: nobody listens. */
export type Handler = (request: FakeRequest) => FakeReply | null;

const lowered = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** Answers in the same process: no sockets, and with a virtual clock no waiting either. */
export const inProcess =
  (clock: FakeClock, handle: Handler): FakeTransport =>
  async (request, options = {}) => {
    const { signal } = options;
    if (signal?.aborted === true) throw aborted(signal);
    const body = request.body ?? '';
    const reply = handle({
      method: request.method,
      url: request.url,
      headers: lowered(request.headers ?? {}),
      body: typeof body === 'string' ? textBytes(body) : body,
    });
    if (reply === null) throw new ConnectionLost('ECONNREFUSED');
    await untilAborted(clock.sleep(reply.tookMs), signal);
    if (reply.delivery === 'reset') throw new ConnectionLost('ECONNRESET');
    if (reply.delivery === 'short') throw new ConnectionLost('UND_ERR_SOCKET');
    return reply.answer;
  };

const aborted = (signal: AbortSignal): Error => {
  const reason: unknown = signal.reason;
  return reason instanceof Error ? reason : new DOMException('The operation was aborted', 'AbortError');
};

const untilAborted = async (sleep: Promise<void>, signal: AbortSignal | undefined): Promise<void> => {
  if (signal === undefined) return sleep;
  await new Promise<void>((resolve, reject) => {
    const stop = () => reject(aborted(signal));
    signal.addEventListener('abort', stop, { once: true });
    void sleep.then(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    });
  });
};
