import { appError, type AppError } from '#shared/contract/errors.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import type { Refusal } from '#shared/domain/process/events.ts';
import type { Fields } from '#shared/domain/process/state.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ProcessInstance } from '../../../ports/processes.ts';
import type { CallContext, Handler } from '../../deps.ts';
import { findOrder } from '../../orders/find-order.ts';
import { inheritedFrom, knownOf } from '../inherit.ts';
import { mayStart } from '../may-start.ts';
import { orderFields } from '../order-fields.ts';
import { readPeople } from '../people.ts';
import { callBack } from '../send-message.ts';
import { Desk } from '../views/desk.ts';
import { readFields } from '../views/field-values.ts';
import { recordCard } from '../views/record-card.ts';
import type { Beginning, Work } from '../work.ts';
import { actAs, journal, refuse, type Acting } from './acting.ts';
import { tellWindows, type ProcessDeps } from './process-deps.ts';

type Card = OutputOf<'records.get'>;
type Given = Readonly<Record<string, string | number | boolean | null | string[]>>;

const cardOf = (deps: ProcessDeps, context: CallContext, work: Work, id: string): Card =>
  recordCard(
    new Desk(work.stores, deps.runner),
    requireDefined(work.stores.processes.instance(id), 'the process'),
    requireDefined(context.actor, 'the acting person'),
  );

/** The process and the values that a person sends with his wish, in the form that processes keep. */
const asked = (
  deps: ProcessDeps,
  id: string,
  given: Given,
): Result<{ readonly instance: ProcessInstance; readonly fields: Fields }, AppError> => {
  deps.runner.catchUp();
  const instance = deps.base.read.processes.instance(id);
  const definition =
    instance === null ? null : deps.runner.library.version(deps.base.read, instance.code, instance.version);
  if (instance === null || definition === null) return err(appError('record.unknown', { record: id }));
  const fields = readFields(definition, given, readPeople(deps.base.read, [definition]));
  return fields.ok ? ok({ instance, fields: fields.value }) : fields;
};

export const moveRecord =
  (deps: ProcessDeps): Handler<'records.move'> =>
  (context, { instance: id, to, fields: given }) => {
    const wish = asked(deps, id, given);
    if (!wish.ok) return wish;
    const { instance, fields } = wish.value;
    return actAs(
      deps,
      context,
      (work, acting) => {
        const told = work.tell(id, { kind: 'moveAsked', to, by: acting.as(instance.business), fields });
        if (!told.ok) return told;
        journal(work, context, 'record.moved', id, { from: instance.stage, to });
        return ok(null);
      },
      (work) => cardOf(deps, context, work, id),
    );
  };

export const setRecordFields =
  (deps: ProcessDeps): Handler<'records.setFields'> =>
  (context, { instance: id, fields: given }) => {
    const wish = asked(deps, id, given);
    if (!wish.ok) return wish;
    const { instance, fields } = wish.value;
    return actAs(
      deps,
      context,
      (work, acting) => {
        const before = work.get(id).state.fields;
        const told = work.tell(id, { kind: 'changed', by: acting.as(instance.business), fields });
        if (!told.ok) return told;
        work.tellOthers(id, fields);
        const { definition } = work.get(id);
        const labels = Object.keys(fields).map(
          (code) => definition.fields.find((field) => field.code === code)?.label ?? code,
        );
        work.deed(id, {
          id: work.world.random.uuid(),
          kind: 'changed',
          text: `Изменено: ${labels.join(', ')}`,
          body: { before: pick(before, fields), after: fields },
        });
        journal(work, context, 'record.changed', id, { fields });
        return ok(null);
      },
      (work) => cardOf(deps, context, work, id),
    );
  };

const pick = (from: Fields, like: Fields): Fields =>
  Object.fromEntries(Object.keys(like).map((code) => [code, from[code] ?? null]));

/** A definition that records may begin by, or why not. */
const startable = (deps: ProcessDeps, code: string): Result<ProcessDefinition, AppError> => {
  const definition = deps.runner.library.current(deps.base.read, code);
  if (definition === null) return err(appError('process.unknown', { process: code }));
  if (!deps.runner.library.isActive(deps.base.read, definition))
    return err(appError('process.inactive', { title: definition.title }));
  return ok(definition);
};

const begin = (
  work: Work,
  context: CallContext,
  definition: ProcessDefinition,
  acting: Acting,
  beginning: Beginning,
): Result<string, readonly Refusal[]> => {
  if (!mayStart(work.people, definition, acting.user))
    return refuse('process.notYours', `Начать «${definition.title}» вы не можете: для этого нужна другая роль.`);
  const { user } = requireDefined(context.actor, 'the acting person');
  const begun = work.begin(definition, { owner: user.id, by: acting.as(definition.business), ...beginning });
  if (begun.ok) journal(work, context, 'record.created', begun.value, { title: work.get(begun.value).row.title });
  return begun;
};

export const createRecord =
  (deps: ProcessDeps): Handler<'records.create'> =>
  (context, input) => {
    deps.runner.catchUp();
    const definition = startable(deps, input.process);
    if (!definition.ok) return definition;
    const people = readPeople(deps.base.read, [definition.value]);
    const fields = readFields(
      definition.value,
      input.title === '' ? input.fields : { title: input.title, ...input.fields },
      people,
    );
    if (!fields.ok) return fields;
    const place = placeOf(deps, definition.value, input);
    if (!place.ok) return place;
    const { known, ...rest } = place.value;
    return actAs(
      deps,
      context,
      (work, acting) =>
        begin(work, context, definition.value, acting, {
          ...rest,
          fields: { ...known, ...fields.value },
          ...(input.stage !== undefined && { stage: input.stage }),
        }),
      (work, id) => cardOf(deps, context, work, id),
    );
  };

type Place = {
  readonly recordId?: string;
  readonly parentId?: string;
  readonly orderId?: NonNullable<Beginning['orderId']>;
  readonly known: Fields;
};

/** Where the new one belongs: on a record that is there, under another process, on an order of the base. */
const placeOf = (
  deps: ProcessDeps,
  definition: ProcessDefinition,
  {
    record,
    parent,
    order: number,
  }: {
    readonly record?: string | undefined;
    readonly parent?: string | undefined;
    readonly order?: string | undefined;
  },
): Result<Place, AppError> => {
  const { processes } = deps.base.read;
  if (parent !== undefined) {
    const above = processes.instance(parent);
    const own = above === null ? null : deps.runner.library.version(deps.base.read, above.code, above.version);
    if (above === null || own === null) return err(appError('record.unknown', { record: parent }));
    const fields = processes.state(parent)?.fields ?? {};
    const shared = inheritedFrom(definition, { recordType: own.recordType, recordId: above.recordId, fields });
    // A process over the same kind of record works on that record; a paper or a request made from it is one of its own.
    return ok({
      parentId: parent,
      known: shared,
      ...(own.recordType === definition.recordType && { recordId: above.recordId }),
    });
  }
  if (record !== undefined)
    return processes.record(record) === null
      ? err(appError('record.unknown', { record }))
      : ok({ recordId: record, known: {} });
  if (number === undefined) return ok({ known: {} });
  const order = findOrder(deps.base.read, number);
  if (!order.ok) return err(appError('order.unknown', { order: number }));
  const taken = processes.recordOfOrder(order.value.id);
  const people = readPeople(deps.base.read, [definition]);
  const known = knownOf(
    definition,
    orderFields(deps.base.read, order.value, people.users.values(), deps.clock.today()),
  );
  return ok(taken === null ? { orderId: asId(order.value.id), known } : { recordId: taken.id, known });
};

export const convertRecord =
  (deps: ProcessDeps): Handler<'records.convert'> =>
  (context, { instance: id, process, fields: given }) => {
    const from = deps.base.read.processes.state(id);
    if (from === null) return err(appError('record.unknown', { record: id }));
    const definition = startable(deps, process);
    if (!definition.ok) return definition;
    const fields = readFields(definition.value, given, readPeople(deps.base.read, [definition.value]));
    if (!fields.ok) return fields;
    const known = { ...knownOf(definition.value, from.fields), ...fields.value };
    return actAs(
      deps,
      context,
      (work, acting) => begin(work, context, definition.value, acting, { parentId: id, fields: known }),
      (work, made) => cardOf(deps, context, work, made),
    );
  };

export const copyRecord =
  (deps: ProcessDeps): Handler<'records.copy'> =>
  (context, { instance: id }) => {
    const instance = deps.base.read.processes.instance(id);
    const from = deps.base.read.processes.state(id);
    if (instance === null || from === null) return err(appError('record.unknown', { record: id }));
    const definition = startable(deps, instance.code);
    if (!definition.ok) return definition;
    // The copy is a new record: it has no number, papers or payments of its own yet.
    const ownFacts = new Set([
      'number',
      'paid',
      'paidOn',
      'invoice',
      'contract',
      'closingDocuments',
      'week',
      'weekConfirmed',
    ]);
    const known = Object.fromEntries(
      Object.entries(knownOf(definition.value, from.fields)).filter(([code]) => !ownFacts.has(code)),
    );
    return actAs(
      deps,
      context,
      (work, acting) => begin(work, context, definition.value, acting, { fields: known }),
      (work, made) => cardOf(deps, context, work, made),
    );
  };

export const commentRecord =
  (deps: ProcessDeps): Handler<'records.comment'> =>
  (context, { instance: id, text }) => {
    if (deps.base.read.processes.instance(id) === null) return err(appError('record.unknown', { record: id }));
    return actAs(
      deps,
      context,
      (work) => {
        work.deed(id, { id: work.world.random.uuid(), kind: 'comment', text });
        work.touched.add(id);
        return ok(null);
      },
      (work) => cardOf(deps, context, work, id),
    );
  };

export const signalRecord =
  (deps: ProcessDeps): Handler<'records.signal'> =>
  (context, { instance: id, event, payload }) => {
    const wish = asked(deps, id, {});
    if (!wish.ok) return wish;
    return actAs(
      deps,
      context,
      (work) => {
        const { definition, row } = work.get(id);
        const isAwaited = definition.rules.some(({ on }) => 'event' in on && on.event === event);
        if (!isAwaited || row.status !== 'running')
          return refuse('process.noEvent', `«${definition.title}» такого события сейчас не ждёт.`);
        const told = work.tell(id, { kind: 'signal', name: event, payload });
        if (told.ok) journal(work, context, 'record.signalled', id, { event, payload });
        return told;
      },
      (work) => cardOf(deps, context, work, id),
    );
  };

/** A person copied the draft out, or sent it himself. */
export const messageSent =
  (deps: ProcessDeps): Handler<'records.messageSent'> =>
  (context, { id }) => {
    const draft = deps.base.read.processes.deed(id);
    if (draft === null || draft.kind !== 'message') return err(appError('record.unknown', { record: id }));
    const answer = context.commit((stores) => {
      stores.processes.settleDeed(id, 'done', draft.text);
      callBack(stores, id, deps.clock.now());
      return { id };
    });
    tellWindows(context, [draft.instanceId]);
    return ok(answer);
  };
