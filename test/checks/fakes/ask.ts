import { createVirtualClock, type VirtualClock } from '#test/fakes/http/clock.ts';
import type { FakeBitrix24, FakeBitrix24Options } from '#test/fakes/bitrix24/contract.ts';
import type { FakeMoySklad, FakeMoySkladOptions } from '#test/fakes/moysklad/contract.ts';
import { createFakeBitrix24 } from '#test/fakes/start-bitrix24.ts';
import { createFakeMoySklad } from '#test/fakes/start-moysklad.ts';

type Json = Record<string, unknown>;

export type Asked = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly body: Json;
};

const parsed = (text: string): Json => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Json) : { value };
  } catch {
    return {};
  }
};

const NOON = '2026-11-22T09:00:00Z';

export type AskedPortal = FakeBitrix24 & {
  readonly clock: VirtualClock;
  readonly call: (method: string, params?: unknown, headers?: Record<string, string>) => Promise<Asked>;
};

export const aPortal = (options: Omit<FakeBitrix24Options, 'clock'> = {}): AskedPortal => {
  const clock = createVirtualClock(NOON);
  const portal = createFakeBitrix24({ ...options, clock });
  const call: AskedPortal['call'] = async (method, params = {}, headers = {}) => {
    const url = method.startsWith('http') ? method : `${portal.url}${method}`;
    const {
      status,
      headers: given,
      body,
    } = await portal.transport({
      method: 'POST',
      url,
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(params),
    });
    const text = new TextDecoder().decode(body);
    return { status, headers: given, text, body: parsed(text) };
  };
  return { ...portal, clock, call };
};

export type AskedStore = FakeMoySklad & {
  readonly clock: VirtualClock;
  readonly call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Asked>;
};

export const aStore = (options: Omit<FakeMoySkladOptions, 'clock'> = {}): AskedStore => {
  const clock = createVirtualClock(NOON);
  const store = createFakeMoySklad({ ...options, clock });
  const call: AskedStore['call'] = async (method, path, body, headers = {}) => {
    const {
      status,
      headers: given,
      body: bytes,
    } = await store.transport({
      method,
      url: path.startsWith('http') ? path : `${store.url}/${path}`,
      headers: { authorization: `Bearer ${store.token}`, 'accept-encoding': 'gzip', ...headers },
      body: body === undefined ? '' : JSON.stringify(body),
    });
    const text = new TextDecoder().decode(bytes);
    return { status, headers: given, text, body: parsed(text) };
  };
  return { ...store, clock, call };
};

/** A value deep inside an answer. */
export const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined),
    value,
  );

export const listAt = (value: unknown, ...path: readonly (string | number)[]): readonly Json[] => {
  const found = at(value, ...path);
  return Array.isArray(found) ? (found as Json[]) : [];
};
