import type { KillPoint } from '#main/sync/engine/engine-deps.ts';
import { saveOrder } from '#main/core/orders/set-field.ts';
import { enqueueCrmIntent } from '#main/core/sync/enqueue.ts';
import { editField } from '#shared/domain/edit/edit-field.ts';
import { isSameValue } from '#shared/domain/sync/fields.ts';
import { linesText } from '#shared/domain/sync/lines.ts';
import { orderLines, orderValues } from '#shared/domain/sync/order-values.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { asId } from '#shared/kernel/id.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { createDice } from '#test/fakes/http/dice.ts';
import { changeOrder, connectTo, putBuyer, putOrder, type Office } from './office.ts';
import { aCrmLine, composeMemory, createMemoryCrm, type Mishap } from './memory-crm.ts';

const FIELDS = ['comment', 'shipDate', 'customerReference'] as const;
type Field = (typeof FIELDS)[number] | 'lines';

const KILL_POINTS: readonly KillPoint[] = [
  'sending is on the disk',
  'sent, nothing stored',
  'answer is on the disk',
  'page read, nothing stored',
  'page is on the disk',
  'records entered',
];

const MISHAPS: readonly Mishap[] = ['offline', 'limit', 'lostBefore', 'lostAfter', 'lostAfter', 'refused'];

const valueOf = (field: Field, step: number): string =>
  field === 'shipDate' ? `2026-12-${String(1 + (step % 28)).padStart(2, '0')}` : `${field} ${step}`;

const STEPS = 15;
const ORDERS = 2;
const HOUR = 3_600_000;

/** One story by its seed: people here and there, a bad line, deaths of the program; then quiet. Answers with what is wrong after it. */
export const runStory = async (office: Office, seed: number): Promise<readonly string[]> => {
  const dice = createDice(seed);
  const { base, time } = office;
  const crm = createMemoryCrm(() => time.ms);
  const { sync, killAt, accountId } = connectTo(office, { connector: crm.connector, compose: composeMemory });
  const ids = Array.from({ length: ORDERS }, (_, index) => `${seed}-${index}`);
  putBuyer(crm);
  for (const id of ids) putOrder(crm, id);
  let badness = 0;
  crm.onCall((what) =>
    dice.share() < badness && (what.startsWith('push') || dice.share() < 0.5) ? dice.pick(MISHAPS) : 'none',
  );

  const typed = new Map<string, string>();
  const overwritten = new Set<string>();
  const comments: string[] = [];
  const orderOf = (id: string): Order | null => base.read.orders.findByExternalId('bitrix24', id);
  const there = (id: string, field: Field): string => {
    const row = requireDefined(crm.row({ entity: 'order', id }), 'the order there');
    return field === 'lines' ? linesText(row.lines ?? []) : (row.fields[field] ?? '');
  };

  const editHere = (id: string, step: number): void => {
    const order = orderOf(id);
    if (order === null) return;
    const field: Field = dice.share() < 0.2 ? 'lines' : dice.pick(FIELDS);
    const value = field === 'lines' ? `${500 + step}.50` : valueOf(field, step);
    typeHere(office, order, field === 'lines' ? 'lines[0].price' : field, value);
    const now = requireDefined(orderOf(id), 'the edited order');
    const row = base.read.sync.row(accountId, { entity: 'order', id })?.row;
    typed.set(`${id} ${field}`, field === 'lines' ? linesText(orderLines(now, row?.lines ?? [])) : value);
  };
  const editThere = (id: string, step: number): void => {
    const field: Field = dice.share() < 0.2 ? 'lines' : dice.pick(FIELDS);
    // Whatever of ours had arrived there is overwritten by a person: that is no loss of the exchange.
    overwritten.add(`${id} ${field} ${there(id, field)}`);
    const row = requireDefined(crm.row({ entity: 'order', id }), 'the order there');
    if (field === 'lines') crm.put({ ...row, lines: [aCrmLine('Говядина', String(10 + step), '500.00')] });
    else changeOrder(crm, id, { [field]: valueOf(field, step + 100), stage: dice.pick(['NEW', 'WORK']) });
  };
  const say = (id: string, step: number): void => {
    const order = orderOf(id);
    if (order === null) return;
    comments.push(`${seed}-${step}`);
    base.write((stores) => {
      const by = requireDefined(stores.users.findByLogin('admin'), 'the administrator').id;
      const intent = { by, orderId: order.id } as const;
      if (dice.share() < 0.5)
        enqueueCrmIntent(deps(office), stores, { ...intent, id: `say:${seed}-${step}`, kind: 'comment', text: 'x' });
      else {
        const taskId = `${seed}-${step}`;
        enqueueCrmIntent(deps(office), stores, {
          ...intent,
          id: `task:${taskId}`,
          kind: 'createTask',
          taskId,
          fields: { title: taskId },
        });
        enqueueCrmIntent(deps(office), stores, {
          ...intent,
          id: `close:${taskId}`,
          kind: 'closeTask',
          taskId,
          result: 'готово',
        });
      }
    });
  };

  for (let step = 0; step < STEPS; step += 1) {
    const id = dice.pick(ids);
    const what = dice.share();
    if (what < 0.3) editHere(id, step);
    else if (what < 0.5) editThere(id, step);
    else if (what < 0.6) say(id, step);
    else if (what < 0.7) badness = dice.pick([0, 0, 0.2, 0.6]);
    else {
      if (dice.share() < 0.3) killAt(dice.pick(KILL_POINTS), 1 + dice.below(3));
      await sync({ reconcile: dice.share() < 0.1 });
      killAt(null);
    }
    time.ms += dice.pick([200, 1000, 30_000, 10 * 60_000]);
  }

  // Quiet: the line is good, nobody types, questions stay open.
  badness = 0;
  for (let round = 0; round < 2; round += 1) {
    time.ms += HOUR;
    await sync();
  }
  time.ms += HOUR;
  const last = await sync({ reconcile: true });

  const wrong: string[] = [];
  if (last === 'killed' || last.reason !== null)
    wrong.push(`the exchange did not come to an end: ${JSON.stringify(last)}`);
  // What waits for a parked one waits with it.
  const parkedIds = new Set(base.read.sync.outbox(accountId, ['parked'], 1000).map(({ id }) => id));
  const counts = base.read.sync.outboxCounts(accountId);
  const orphans = base.read.sync
    .outbox(accountId, ['ready'], 1000)
    .filter(({ dependsOn }) => parkedIds.has(dependsOn ?? '')).length;
  if (counts.ready - orphans + counts.sending + counts.unknown + counts.wait > 0)
    wrong.push(`left in the queue: ${JSON.stringify(counts)}`);
  const keys = crm.effects.filter(({ kind }) => kind === 'create' || kind === 'comment').map(({ key }) => key);
  if (new Set(keys).size !== keys.length) wrong.push('a creation or a comment had an effect twice');

  const questions = base.read.sync.conflicts(accountId, 1000);
  const parked = base.read.sync.outbox(accountId, ['parked'], 1000);
  for (const id of ids) {
    const order = orderOf(id);
    const shadow = base.read.sync.row(accountId, { entity: 'order', id });
    if (order === null || shadow === null) {
      wrong.push(`${id} did not come in`);
      continue;
    }
    const object = `order:${order.id}`;
    for (const field of [...FIELDS, 'lines'] as const) {
      const theirs = there(id, field);
      const known = field === 'lines' ? linesText(shadow.row.lines ?? []) : (shadow.row.fields[field] ?? '');
      if (!isSameValue(known, theirs)) wrong.push(`${id} ${field}: the shadow says ${known}, the CRM ${theirs}`);
      const question = questions.find((one) => one.object === object && one.field === field);
      const held = parked.find((one) => one.object === object && field in one.patch);
      const ours =
        field === 'lines' ? linesText(orderLines(order, shadow.row.lines ?? [])) : (orderValues(order)[field] ?? '');
      if (question === undefined && held === undefined && !isSameValue(ours, theirs))
        wrong.push(`${id} ${field}: here ${ours}, there ${theirs}, nobody is asked`);
      const mine = typed.get(`${id} ${field}`);
      const isKept =
        mine === undefined ||
        isSameValue(mine, theirs) ||
        isSameValue(mine, question?.ours) ||
        parked.some((one) => one.object === object && isSameValue(one.patch[field], mine)) ||
        overwritten.has(`${id} ${field} ${mine}`);
      if (!isKept) wrong.push(`${id} ${field}: typed ${mine}, lost; there ${theirs}`);
    }
  }
  if (wrong.length === 0) base.write((stores) => stores.sync.removeAccount(accountId));
  return wrong;
};

const deps = (office: Office) => ({ clock: office.clock, random: { uuid: office.uuid, token: office.uuid } });

/** What `orders.setField` does, without making the answer for a screen. */
export const typeHere = (office: Office, order: Order, path: string, value: string): void => {
  const { base, clock, uuid } = office;
  base.write((stores) => {
    const by = requireDefined(stores.users.findByLogin('admin'), 'the administrator').id;
    const organisation = requireDefined(stores.organisations.get(order.organisationId), 'our company');
    const buyer = requireDefined(stores.parties.get(order.partyId), 'the buyer');
    const scope = { order, organisation, buyer, contract: null, partiesById: new Map() };
    const edited = editField(scope, `order.${path}`, value, { at: clock.now(), userId: by });
    if (!edited.ok || edited.value.change.entity !== 'order') throw new Error(`not edited: ${path}`);
    saveOrder(stores, edited.value.change.order, organisation);
    stores.audit.append({
      at: clock.now(),
      userId: by,
      onBehalfOf: null,
      action: 'field.changed',
      entity: 'order',
      entityId: order.id,
      before: null,
      after: { field: `order.${path}`, value },
      commandId: asId(uuid()),
    });
  });
};
