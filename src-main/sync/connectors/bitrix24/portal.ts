import { isJsonObject, type JsonObject } from '#shared/domain/crm/json.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { HttpAnswer, HttpTransport } from '../../../ports/http.ts';
import type { Logger } from '../../../ports/logger.ts';
import type { WebhookAddress } from '../../transport/address.ts';
import { createBackoff } from '../../transport/backoff.ts';
import { BITRIX24_BUCKET, createLeakyBucket } from '../../transport/leaky-bucket.ts';
import { createOperatingBudget, type OperatingBudget } from '../../transport/operating-budget.ts';
import type { Pace } from '../../transport/pace.ts';
import { isBitrixAnswer, readJson } from '../../transport/read-json.ts';
import { redactingLogger } from '../../transport/redact.ts';
import { instantOf, later, unclearSince, type CallFailure } from '../call-failure.ts';
import type { LimitsState } from '../connector.ts';
import { classify, type Verdict } from './classify.ts';
import { createLine, type Call, type Line } from './line.ts';
import { batchCommand, type Params } from './php-query.ts';
import { parseEnvelope, parseError, parseTime, mapOf, type Envelope, type WireError } from './wire.ts';

export type PortalDeps = { readonly http: HttpTransport; readonly pace: Pace; readonly log: Logger };

export type Outcome = Result<Envelope, CallFailure>;

export type Command = { readonly method: string; readonly params: Params };

/** One webhook: limits, batches, what errors mean. Knows no entities. */
export type Portal = {
  readonly call: (call: Call, signal: AbortSignal) => Promise<Outcome>;
  /** Up to 50 commands; keys start with a letter. A command that was not run for its method's limit is an `err` as others are. */
  readonly batch: (
    commands: Readonly<Record<string, Command>>,
    writes: boolean,
    signal: AbortSignal,
  ) => Promise<Result<ReadonlyMap<string, Outcome>, CallFailure>>;
  /** A file link of the portal itself; signed, so no log ever sees it. */
  readonly fetchFile: Line['fetchFile'];
  readonly upload: (url: string, name: string, bytes: Uint8Array, signal: AbortSignal) => Promise<Outcome>;
  /** Whose webhook it is. */
  readonly userId: string;
  readonly origin: () => string;
  readonly webhook: () => string;
  readonly serverNow: () => number | null;
  /** Minutes east of Greenwich of the server's clock, by its last answer. */
  readonly serverOffset: () => number;
  readonly limits: () => LimitsState;
  readonly operating: OperatingBudget;
};

/** Longer waits go back to the engine, which shows them and does other things. */
const PATIENCE_MS = 5_000;
/** A limit means «not done»: a short one is waited for here. */
const LIMIT_TRIES = 3;
const OVER_LIMIT = 'Битрикс24 просит подождать.';
const PERFORM_LATER = 'Битрикс24 сейчас не отвечает как следует. Повторю сам.';
const STRANGE_PAGE = 'Вместо ответа Битрикс24 пришла посторонняя страница. Ничего не изменено, повторю сам.';

export const createPortal = (deps: PortalDeps, address: WebhookAddress): Portal => {
  const { pace } = deps;
  const log = redactingLogger(deps.log, [address.code]);
  const bucket = createLeakyBucket(BITRIX24_BUCKET, pace);
  const operating = createOperatingBudget(pace);
  const backoff = createBackoff(pace);
  const line = createLine({ ...deps, log, bucket, backoff }, address);
  let serverClock: { readonly server: number; readonly local: number; readonly offset: number } | null = null;

  const broken = (writes: boolean, message: string): CallFailure => {
    const until = backoff.failed();
    return writes ? unclearSince(pace.now()) : later('busy', 'portal', until, message);
  };

  const noteTime = (method: string | null, value: unknown): void => {
    const time = parseTime(value);
    if (method !== null)
      operating.used(method, time.operating ?? null, time.operating_reset_at ?? null, time.duration ?? null);
    const finish = time.date_finish ?? '';
    const server = Date.parse(finish);
    if (!Number.isNaN(server)) serverClock = { server, local: pace.now(), offset: offsetOf(finish) };
  };

  const failureOf = (verdict: Verdict, call: Pick<Call, 'method' | 'writes'>): CallFailure | null => {
    switch (verdict.kind) {
      case 'failure':
        return verdict.failure;
      case 'refusal':
        return verdict.refusal;
      case 'portalLimit':
        return later('limit', 'portal', bucket.refused(), OVER_LIMIT);
      case 'methodLimit':
        return later('limit', 'method', operating.refused(call.method), OVER_LIMIT);
      case 'broken':
        return broken(call.writes, PERFORM_LATER);
      case 'alreadyDone':
        return null;
    }
  };

  const outcomeOf = (answer: HttpAnswer, call: Call): Outcome => {
    const json = readJson(answer);
    // A box without REST 3 answers its address with a page: nothing was done, the older method is there.
    if (!json.ok && call.rest3 !== undefined && answer.status === 404) return err(NO_REST3);
    if (!json.ok || !isJsonObject(json.value) || !isBitrixAnswer(json.value))
      return err(
        answer.status === 429
          ? later('limit', 'portal', bucket.refused(), OVER_LIMIT)
          : broken(call.writes, STRANGE_PAGE),
      );
    noteTime(call.method === 'batch' ? null : call.method, json.value['time']);
    return resultOf(json.value, answer.status, parseError(json.value), call);
  };

  const resultOf = (
    json: JsonObject,
    status: number,
    error: WireError | null,
    call: Pick<Call, 'method' | 'writes'>,
  ): Outcome => {
    if (error === null) {
      bucket.accepted();
      backoff.worked();
      return ok(parseEnvelope(json));
    }
    const failure = failureOf(classify(status, error, call.method), call);
    log.info('crm.refused', { method: call.method, status, code: error.code });
    return failure === null ? ok(parseEnvelope({ result: true })) : err(failure);
  };

  const isShortLimit = (outcome: Outcome): boolean =>
    !outcome.ok &&
    outcome.error.state === 'later' &&
    outcome.error.why === 'limit' &&
    outcome.error.scope === 'portal' &&
    Date.parse(outcome.error.until) - pace.now() <= PATIENCE_MS;

  const call = async (asked: Call, signal: AbortSignal, tries = LIMIT_TRIES): Promise<Outcome> => {
    const [ofMethod, ofPortal] = [operating.wait(asked.method), bucket.wait()];
    const wait = Math.max(ofMethod, ofPortal);
    if (wait > PATIENCE_MS)
      return err(later('limit', ofMethod > PATIENCE_MS ? 'method' : 'portal', pace.now() + wait, OVER_LIMIT));
    const answer = await line.post(asked, signal);
    const outcome = answer.ok ? outcomeOf(answer.value, asked) : answer;
    return isShortLimit(outcome) && tries > 1 ? call(asked, signal, tries - 1) : outcome;
  };

  const batch: Portal['batch'] = async (commands, writes, signal) => {
    const entries = Object.entries(commands);
    const wait = Math.max(0, ...entries.map(([, { method }]) => operating.wait(method)));
    if (wait > PATIENCE_MS) return err(later('limit', 'method', pace.now() + wait, OVER_LIMIT));
    const cmd = Object.fromEntries(entries.map(([key, { method, params }]) => [key, batchCommand(method, params)]));
    const outcome = await call({ method: 'batch', params: { halt: 0, cmd }, writes }, signal);
    if (!outcome.ok) return outcome;
    const whole = mapOf(outcome.value.result);
    const [results, errors] = [mapOf(whole['result']), mapOf(whole['result_error'])];
    const [totals, nexts, times] = ['result_total', 'result_next', 'result_time'].map((name) => mapOf(whole[name]));
    const answers = new Map<string, Outcome>();
    for (const [key, { method }] of entries) {
      const time = times?.[key] ?? {};
      noteTime(method, time);
      const error = errors[key] === undefined ? null : parseError(errors[key]);
      if (error === null && results[key] === undefined) continue;
      const json = { result: results[key] ?? null, total: totals?.[key] ?? null, next: nexts?.[key] ?? null, time };
      answers.set(key, resultOf(json, 400, error, { method, writes }));
    }
    return ok(answers);
  };

  return {
    call: (asked, signal) => call(asked, signal),
    batch,
    fetchFile: line.fetchFile,
    upload: async (url, name, bytes, signal) => {
      const answer = await line.upload(url, name, bytes, signal);
      return answer.ok ? outcomeOf(answer.value, { method: 'upload', params: {}, writes: true }) : answer;
    },
    userId: address.userId,
    origin: line.origin,
    webhook: () => `${line.origin()}/rest/${address.userId}/${address.code}/`,
    serverNow: () => (serverClock === null ? null : serverClock.server + pace.now() - serverClock.local),
    serverOffset: () => serverClock?.offset ?? 180,
    limits: () => {
      const wait = bucket.wait();
      const reason = wait > 0 ? `Битрикс24 просит подождать ${Math.ceil(wait / 1_000)} с.` : null;
      return { waitUntil: wait > 0 ? instantOf(pace.now() + wait) : null, reason, requests: line.requests() };
    },
    operating,
  };
};

const NO_REST3: CallFailure = { state: 'unsupported', code: 'NO_REST3', message: 'Портал не знает REST 3.0.' };

/** «2024-07-23T10:45:54+02:00» → 120. */
const offsetOf = (stamp: string): number => {
  const match = /([+-])(\d{2}):(\d{2})$/u.exec(stamp);
  return match === null ? 0 : (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
};
