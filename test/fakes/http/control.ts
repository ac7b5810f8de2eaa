import { isFaultKind, type FaultPlan } from './faults.ts';
import type { Counters } from './counters.ts';
import type { Handler } from './in-process.ts';
import { isFields, type Fields } from './values.ts';
import { bytesText, jsonAnswer, type FakeAnswer } from './wire.ts';

export type Controlled = {
  readonly settings: object;
  readonly faults: FaultPlan;
  readonly counters: Counters;
  /** A colleague's edit, `{ "entity": 2, "id": 17, "fields": {…} }`. */
  readonly change: (order: Fields) => void;
  readonly duplicateKeys: () => readonly string[];
};

/** `POST /__control` for a test whose server lives in another process; everything else goes to the server. */
export const withControl =
  (handle: Handler, controlled: () => Controlled): Handler =>
  (request) => {
    if (request.method !== 'POST' || new URL(request.url).pathname !== '/__control') return handle(request);
    return { answer: obeyed(bytesText(request.body), controlled()), tookMs: 0, delivery: 'whole' };
  };

const obeyed = (text: string, { settings, faults, counters, change, duplicateKeys }: Controlled): FakeAnswer => {
  const order: unknown = JSON.parse(text);
  if (!isFields(order)) return jsonAnswer(400, { error: 'an object is expected' });
  if (isFields(order['settings'])) Object.assign(settings, order['settings']);
  if (isFields(order['change'])) change(order['change']);
  const { fault, random } = order;
  if (isFields(fault) && isFaultKind(fault['kind'])) {
    faults.script({
      label: String(fault['label']),
      kind: fault['kind'],
      skip: Number(fault['skip'] ?? 0),
      times: Number(fault['times'] ?? 1),
    });
  }
  if (isFields(random)) faults.random({ rate: Number(random['rate']), seed: Number(random['seed'] ?? 1) });
  return jsonAnswer(200, {
    requests: counters.requests,
    throttled: counters.throttled,
    fullest: counters.fullest,
    byLabel: Object.fromEntries(counters.byLabel),
    effects: Object.fromEntries(counters.effects),
    duplicateKeys: duplicateKeys(),
  });
};
