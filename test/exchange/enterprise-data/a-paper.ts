import type { OneCLine, OneCPaper, OneCRole } from '#shared/domain/exchange-1c/paper.ts';
import { createPaperMapper } from '#shared/domain/exchange-1c/map-papers.ts';
import type { EdVersion } from '#shared/domain/exchange-1c/versions.ts';
import { isoDate, type IsoInstant } from '#shared/kernel/date.ts';
import { kopecks, sumMoney } from '#shared/kernel/money.ts';
import { splitGross, type VatRate } from '#shared/kernel/vat.ts';
import { createMessageWriter } from '#main/exchange/enterprise-data/write-message.ts';
import { anOrganisation, DEMO_PARTIES } from '#test/helpers/demo-parties.ts';

export const aOneCLine = (overrides: Partial<OneCLine> = {}): OneCLine => {
  const rate: VatRate = overrides.rate ?? '22';
  const gross = overrides.gross ?? kopecks(12_200_000);
  return {
    kind: 'goods',
    code: 'K-100',
    product: 'Кружка керамическая, 330 мл',
    content: 'Кружка керамическая, 330 мл',
    unitName: 'шт',
    unitCode: '796',
    quantity: '1',
    price: gross,
    gross,
    vat: splitGross(gross, rate).vat,
    rate,
    ...overrides,
  };
};

/** A paper whose sums are those of its lines. */
export const aPaper = (overrides: Partial<OneCPaper> = {}): OneCPaper => {
  const lines = overrides.lines ?? [aOneCLine()];
  const number = overrides.number ?? '31';
  const date = overrides.date ?? isoDate('2026-10-16');
  return {
    id: `paper-${overrides.role ?? 'sale'}-${number}`,
    role: 'sale',
    title: 'УПД',
    number,
    date,
    taxDate: date,
    revision: null,
    organisation: anOrganisation().party,
    party: DEMO_PARTIES.zerno,
    contract: null,
    currency: 'RUB',
    sum: sumMoney(lines.map(({ gross }) => gross)),
    vat: sumMoney(lines.map(({ vat }) => vat)),
    lines,
    isFacturaToo: false,
    isUpd: false,
    isElectronic: false,
    consignor: null,
    consignee: null,
    deliveryAddress: '',
    transport: '',
    invoice: null,
    basis: null,
    incoming: null,
    comment: '',
    isCleaned: false,
    ...overrides,
  };
};

const NOON: IsoInstant = '2026-11-21T12:00:00.000Z' as IsoInstant;

/** The message of some papers as text. */
export const messageOf = async (
  papers: readonly OneCPaper[],
  version: EdVersion = '1.17',
  at = NOON,
): Promise<string> => {
  let written = '';
  const sink = {
    write: (text: string): undefined => {
      written += text;
    },
  };
  const message = createMessageWriter(sink, version, at);
  const objectsOf = createPaperMapper(version);
  for (const paper of papers) for (const object of objectsOf(paper)) await message.add(object);
  await message.end();
  return written;
};

const carrierPaper = (role: OneCRole, overrides: Partial<OneCPaper> = {}): OneCPaper =>
  aPaper({
    role,
    party: DEMO_PARTIES.avtotrans,
    incoming: { number: '77', date: isoDate('2026-10-15') },
    lines: [aOneCLine({ kind: 'service', code: '', product: 'Транспортно-экспедиционные услуги' })],
    ...overrides,
  });

/** One paper of every role, with everything a paper may carry. */
export const papersOfEveryRole = (): OneCPaper[] => {
  const sale = aPaper({
    isFacturaToo: true,
    isUpd: true,
    revision: { number: '1', date: isoDate('2026-10-20') },
    isElectronic: true,
    consignor: DEMO_PARTIES.avtotrans,
    consignee: DEMO_PARTIES.zerno,
    deliveryAddress: '190000, г. Санкт-Петербург, ул. Демонстрационная, д. 12',
    transport: 'ЭТрН, УИД 11111111-2222-3333-4444-555555555555',
    comment: 'Заказ № 1204 & «партия <2>»',
    invoice: { id: 'paper-order-30', number: '30', date: isoDate('2026-10-10') },
  });
  const act = aPaper({ number: 'А-7', lines: [aOneCLine({ kind: 'service', code: '' })] });
  const receipt = carrierPaper('purchase', {
    number: 'ВХ-12',
    isUpd: true,
    invoice: { id: 'paper-supplierInvoice-ВХ-11', number: 'ВХ-11', date: isoDate('2026-10-14') },
  });
  return [
    aPaper({
      role: 'order',
      number: '30',
      date: isoDate('2026-10-10'),
      lines: [aOneCLine(), aOneCLine({ kind: 'service', code: 'D-1' })],
    }),
    sale,
    act,
    aPaper({ role: 'factura', number: '32', basis: act, lines: act.lines }),
    carrierPaper('supplierInvoice', { number: 'ВХ-11', date: isoDate('2026-10-14') }),
    receipt,
    carrierPaper('purchaseFactura', { number: 'ВХ-13', basis: receipt }),
  ];
};
