import { beforeAll, describe, expect, test } from 'vitest';
import { documentTotals } from '#shared/domain/document/document-lines.ts';
import type { DocumentSource } from '#shared/domain/document/document-source.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import { isInternalPaper } from '#shared/domain/document/sides/document-side.ts';
import type { Party } from '#shared/domain/party/party.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import { readCase, sourceOf } from '#main/core/packs/read-case.ts';
import { aDeal } from '../helpers/a-deal.ts';
import { DEMO_PARTIES } from '../helpers/a-source.ts';
import { startTestCore, TODAY, unwrap } from '../helpers/a-core.ts';
import { fillForm } from './fill-form.ts';
import { sampleSource } from './sample-sources.ts';
import { allText, finds, peopleOf, plain, present, sumTexts } from './secrets.ts';

const INTERNAL = ['production-order', 'delivery-sheet'] as const satisfies readonly DocumentKind[];

const sumsOf = ({ order, organisation, date }: DocumentSource): string[] => {
  const totals = documentTotals('invoice', order, organisation, date);
  return [totals.gross, totals.net, totals.vat, ...order.lines.map(({ price }) => price)].flatMap(sumTexts);
};

/** Requisites, people and contacts of the client: all but his name. */
const clientSecrets = ({ buyer, contract }: DocumentSource): string[] => [
  ...present([buyer.inn, buyer.phone, buyer.email, buyer.legalAddress, ...peopleOf(buyer)]),
  ...(contract ? [`№ ${contract.number} от`] : []),
];

/** A supplier may not even know for whom we buy; where to call us he may. */
const allOfClient = (source: DocumentSource): string[] => {
  const { party } = source.organisation;
  const ours = present([party.phone, party.email, ...peopleOf(party)]);
  const secrets = [...clientSecrets(source), ...present([source.buyer.shortName, source.buyer.fullName])];
  return secrets.filter((secret) => !ours.includes(plain(secret)));
};

/** One of the demo's cards that is not the client's own. */
const supplierFor = ({ buyer }: DocumentSource): Party =>
  buyer.inn === DEMO_PARTIES.stroysnab.inn ? DEMO_PARTIES.avtotrans : DEMO_PARTIES.stroysnab;

const core = startTestCore();
const sources: DocumentSource[] = [];

beforeAll(async () => {
  unwrap(await (await core.as(null)).call('base.fillDemo', { commandId: core.newId(), today: TODAY }));
  const { read } = core.base;
  const page = unwrap(await (await core.as('admin')).call('orders.list', { limit: 60 }));
  for (const { id } of page.items) {
    const order = read.orders.get(asId(id));
    const told = { comment: `Цена ${order?.lines[0]?.price ?? 0} руб., телефон +7 900 000-00-00. Осторожно, хрупкое.` };
    if (order) sources.push(sourceOf(readCase(read, { ...order, ...told }), 'invoice', order.number, isoDate(TODAY)));
  }
  sources.push(sampleSource('production-order'));
});

const leaksOf = async (kinds: readonly DocumentKind[], secretsOf: (source: DocumentSource) => string[]) => {
  const leaks: string[] = [];
  for (const source of sources) {
    for (const kind of kinds) {
      // What people filled in on purpose, the recipient among it, is of another client than the order's.
      const terms = aDeal({ delivery: { ...aDeal().delivery, recipient: 'Сидоров Сидор', address: 'Тверь, Советская, 1' } });
      const text = await allText(await fillForm({ ...source, kind, terms, supplier: supplierFor(source) }));
      leaks.push(...secretsOf(source).flatMap((one) => (finds(text, plain(one)) ? [`${kind} ${source.order.number}: ${one}`] : [])));
    }
  }
  return leaks;
};

describe('papers that the client never reads, of the orders of the demo', () => {
  test('are papers without a client’s eyes, and there is enough to search in', () => {
    expect(INTERNAL.every(isInternalPaper)).toBe(true);
    expect(sources.length).toBeGreaterThan(40);
    expect(sources.every((source) => clientSecrets(source).length > 1 && sumsOf(source).length > 4)).toBe(true);
  });

  test('hold no sum of the order', async () => {
    expect(await leaksOf(INTERNAL, sumsOf)).toEqual([]);
  });

  test('hold nothing of the client but his name', async () => {
    expect(await leaksOf(INTERNAL, clientSecrets)).toEqual([]);
  });

  test('hold no client and no price of his where the supplier reads them', async () => {
    expect(await leaksOf(['supplier-order'], (source) => [...sumsOf(source), ...allOfClient(source)])).toEqual([]);
  });

  test('the search itself finds what is there', async () => {
    const source = sampleSource('invoice');
    const text = await allText(await fillForm(source));
    expect(sumsOf(source).some((one) => finds(text, one))).toBe(true);
    expect(finds(text, plain(source.buyer.inn))).toBe(true);
  });
});
