import { ok, type Result } from '#shared/kernel/result.ts';
import { isJsonObject } from '#shared/domain/crm/json.ts';
import { z } from 'zod';
import type { CallFailure } from '../call-failure.ts';
import type { Stage } from '../capabilities.ts';
import type { Service } from './service.ts';
import { rowsIn, text } from './wire.ts';

export type State = Stage & { readonly href: string };
export type Attribute = { readonly id: string; readonly name: string; readonly type: string; readonly href: string };
export type TypeMetadata = { readonly states: readonly State[]; readonly attributes: readonly Attribute[] };

/** States and further fields of a type of documents; asked for once a day. */
export type Metadata = (type: string, signal: AbortSignal) => Promise<Result<TypeMetadata, CallFailure>>;

const state = z.looseObject({ id: z.string(), name: text, stateType: text, meta: z.looseObject({ href: z.string() }) });
const attribute = z.looseObject({ id: z.string(), name: text, type: text, meta: z.looseObject({ href: z.string() }) });

const OUTCOMES: Readonly<Record<string, Stage['outcome']>> = { Successful: 'success', Unsuccessful: 'failure' };
const KEEP_MS = 86_400_000;

export const createMetadata = (service: Service, now: () => number): Metadata => {
  const known = new Map<string, { readonly value: TypeMetadata; readonly at: number }>();
  return async (type, signal) => {
    const before = known.get(type);
    if (before !== undefined && now() - before.at < KEEP_MS) return ok(before.value);
    const whole = await service.request({ method: 'GET', path: `entity/${type}/metadata` }, signal);
    if (!whole.ok) return whole;
    const fields = await service.request({ method: 'GET', path: `entity/${type}/metadata/attributes` }, signal);
    if (!fields.ok && fields.error.state === 'later') return fields;
    const states = isJsonObject(whole.value) ? rowsIn(whole.value['states'] ?? null) : [];
    const value: TypeMetadata = {
      states: states.flatMap((each) => {
        const parsed = state.safeParse(each);
        if (!parsed.success) return [];
        const { id, name, stateType, meta } = parsed.data;
        return [{ id, title: name, outcome: OUTCOMES[stateType] ?? 'process', href: meta.href }];
      }),
      attributes: (fields.ok ? rowsIn(fields.value) : []).flatMap((each) => {
        const parsed = attribute.safeParse(each);
        return parsed.success
          ? [{ id: parsed.data.id, name: parsed.data.name, type: parsed.data.type, href: parsed.data.meta.href }]
          : [];
      }),
    };
    known.set(type, { value, at: now() });
    return ok(value);
  };
};
