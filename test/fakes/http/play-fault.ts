import { happensAfterEffect, type FaultKind } from './faults.ts';
import { htmlAnswer, type FakeAnswer, type FakeReply } from './wire.ts';

const SILENCE_MS = 75_000;
const SLOW_MS = 20_000;
/** The cloud cuts a request after a minute (crm.md §1.3). */
const LONGEST_MS = 60_000;

export type Work = { readonly answer: FakeAnswer; readonly tookMs: number };

export type Excuses = {
  /** The limit's own answer. */
  readonly throttled: () => FakeAnswer;
  /** The server's own 500. */
  readonly broken: () => FakeAnswer;
};

const whole = (answer: FakeAnswer, tookMs: number): FakeReply => ({ answer, tookMs, delivery: 'whole' });
const dropped = (tookMs: number): FakeReply => ({
  answer: htmlAnswer(504, 'Gateway Time-out'),
  tookMs,
  delivery: 'reset',
});

/** Does the work, or does not, and answers as the fault says. */
export const playFault = (kind: FaultKind | null, excuses: Excuses, networkMs: number, work: () => Work): FakeReply => {
  const done = happensAfterEffect(kind) ? work() : null;
  const tookMs = networkMs + (done?.tookMs ?? 0);
  switch (kind) {
    case null:
      return done === null
        ? dropped(tookMs)
        : tookMs > LONGEST_MS
          ? whole(htmlAnswer(504, '504 Gateway Time-out'), LONGEST_MS)
          : whole(done.answer, tookMs);
    case 'slow':
      return whole(done?.answer ?? excuses.broken(), tookMs + SLOW_MS);
    case 'lostBefore':
    case 'lostAfter':
      return dropped(tookMs);
    case 'hangBefore':
    case 'hangAfter':
      return dropped(SILENCE_MS);
    case 'gatewayBefore':
    case 'gatewayAfter':
      return whole(htmlAnswer(504, '504 Gateway Time-out'), LONGEST_MS);
    case 'html':
      return whole(htmlAnswer(200, 'Портал временно недоступен'), networkMs);
    case 'truncated':
      return whole(half(done?.answer ?? excuses.broken()), tookMs);
    case 'short':
      return { answer: half(done?.answer ?? excuses.broken()), tookMs, delivery: 'short' };
    case 'throttled':
      return whole(excuses.throttled(), networkMs);
    case 'broken':
      return whole(excuses.broken(), networkMs);
  }
};

const half = (answer: FakeAnswer): FakeAnswer => ({
  ...answer,
  body: answer.body.subarray(0, Math.floor(answer.body.length / 2)),
});
