import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Json } from '#shared/domain/document/document.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { refused, startTestCore, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { fillBase } from '#test/helpers/a-filled-base.ts';

let core: TestCore;
let admin: TestCaller;
let deal: string;

const id = (): string => core.newId();
const work = async () => unwrap(await admin.call('processes.tick', { commandId: id() }));
const card = async () => unwrap(await admin.call('orders.get', { order: '145' }));
const issue = async (kind: string) =>
  unwrap(await admin.call('packs.issue', { commandId: id(), order: '145', kinds: [kind] }));

const offer = () => {
  const order = requireDefined(core.base.read.orders.findByNumber('145')[0], 'order 145');
  const [found] = core.base.read.documents.ofOrder(order.id).filter(({ kind }) => kind === 'offer');
  return requireDefined(found, 'the offer');
};

const agree = async (isAgreed = true) =>
  unwrap(await admin.call('documents.agreeOffer', { commandId: id(), id: offer().id, isAgreed }));

/** What the check says of the invoice about the offer. */
const said = async (): Promise<string[]> => {
  const { findings } = unwrap(await admin.call('packs.check', { order: '145', kinds: ['invoice'] }));
  return findings.map(({ code }) => code).filter((code) => code.startsWith('offer.'));
};

const changeQuantity = async (value: string): Promise<void> => {
  const { id: orderId, revision } = await card();
  const edit = { orderId, revision, field: 'order.lines[0].quantity', value };
  unwrap(await admin.call('orders.setField', { commandId: id(), ...edit }));
};

const printed = (value: Json | undefined): string =>
  typeof value === 'string' ? value.replaceAll('\u00A0', ' ') : JSON.stringify(value);

const agreedField = () => core.base.read.processes.state(deal)?.fields['agreedOffer'] ?? null;

beforeEach(async () => {
  core = startTestCore();
  core.base.write((stores) => fillBase(stores));
  admin = await core.as('admin');
  const fields = { branding: 'тиснение', offerValidUntil: '2026-12-31' };
  const begun = unwrap(
    await admin.call('records.create', { commandId: id(), process: 'souvenir-deal', order: '145', fields }),
  );
  deal = begun.instanceId;
  await issue('offer');
  await work();
});
afterEach(() => core.close());

describe('an offer', () => {
  test('prints how the goods are branded and until when the prices stand, as the manager said', () => {
    const { data } = requireDefined(core.base.read.documents.snapshotOf(offer().id, 1), 'the printed offer');
    expect(data).toMatchObject({ hasBranding: true, branding: 'тиснение' });
    expect(printed(data['validUntil'])).toBe('31 декабря 2026 г.');
  });

  test('that the client agreed to is the base of the invoice and lets the deal on', async () => {
    expect(await said()).toEqual(['offer.notAgreed']);
    expect(agreedField()).toBeNull();
    const answer = await agree();
    expect(answer.agreedVersion).toBe(1);
    await work();
    expect(agreedField()).toBe(`№ ${offer().number} от ${offer().date}, версия 1`);
    expect(await said()).toEqual([]);
    const { issued } = await issue('invoice');
    const invoice = requireDefined(issued[0], 'the invoice');
    const found = core.base.read.documents.list({ text: invoice.number, kind: 'invoice' }, { limit: 1, offset: 0 })
      .items[0];
    const { data } = requireDefined(
      core.base.read.documents.snapshotOf(requireDefined(found, 'the invoice').id, 1),
      'the printed invoice',
    );
    expect(printed(data['basis'])).toContain(`коммерческое предложение № ${offer().number} от `);
  });

  test('is asked about again when the order left its sum, and when a later version is in force', async () => {
    await agree();
    await changeQuantity('7');
    expect(await said()).toEqual(['offer.otherSum']);
    unwrap(await admin.call('documents.reissue', { commandId: id(), id: offer().id }));
    expect(await said()).toEqual(['offer.otherVersion']);
    expect((await card()).pack.find(({ kind }) => kind === 'offer')).toMatchObject({ version: 2, agreedVersion: 1 });
    await agree();
    expect(await said()).toEqual([]);
  });

  test('loses the mark when the client takes his word back; the history says both', async () => {
    await agree();
    await agree(false);
    await work();
    expect(agreedField()).toBeNull();
    expect(await said()).toEqual(['offer.notAgreed']);
    const texts = (await card()).history.map(({ text }) => text);
    expect(texts).toContain(`Клиент согласовал Коммерческое предложение № ${offer().number}, версия 1`);
    expect(texts).toContain(`Согласие клиента снято: Коммерческое предложение № ${offer().number}`);
  });

  test('alone can be agreed to: a mark on another paper or on an annulled offer is refused', async () => {
    const { issued } = await issue('invoice');
    const invoice = requireDefined(issued[0], 'the invoice');
    const wrong = await admin.call('documents.agreeOffer', { commandId: id(), id: invoice.id, isAgreed: true });
    expect(refused(wrong).code).toBe('document.notOffer');
    const annulled = offer().id;
    unwrap(await admin.call('documents.annul', { commandId: id(), id: annulled, reason: 'проба пера' }));
    const late = await admin.call('documents.agreeOffer', { commandId: id(), id: annulled, isAgreed: true });
    expect(refused(late).code).toBe('document.annulled');
  });
});
