import { formatDate, type IsoDate, type IsoInstant } from '../../kernel/date.ts';
import { parseDecimal } from '../../kernel/decimal.ts';
import { divideRounded, kopecks, moneyToDecimal, type Kopecks } from '../../kernel/money.ts';
import { formatVatRate } from '../../kernel/vat.ts';
import { cleanText } from '../exchange-1c/clean-text.ts';
import type { OneCLine, OneCPaper } from '../exchange-1c/paper.ts';
import { recordUuid } from '../exchange-1c/record-id.ts';
import type { Party, Signatory } from '../party/party.ts';
import { unitByCode, unitByName } from '../units/okei.ts';
import { leaf, node, type XmlNode } from '../exchange-1c/xml-node.ts';
import { participant, personName } from './sides.ts';

/** СЧФДОП: УПД of status 1; ДОП: УПД of status 2, акт, накладная; СЧФ: счет-фактура alone (formats/README.md §4). */
export type UpdFunction = 'СЧФДОП' | 'ДОП' | 'СЧФ';

export const updFunctionOf = ({ role, isFacturaToo }: Pick<OneCPaper, 'role' | 'isFacturaToo'>): UpdFunction => {
  if (role === 'factura') return 'СЧФ';
  return isFacturaToo ? 'СЧФДОП' : 'ДОП';
};

const TITLES: Readonly<Record<'СЧФДОП' | 'ДОП', string>> = {
  СЧФДОП:
    'Счет-фактура и документ об отгрузке товаров (выполнении работ), передаче имущественных прав (документ об оказании услуг)',
  ДОП: 'Документ об отгрузке товаров (выполнении работ), передаче имущественных прав (документ об оказании услуг)',
};
const FACT =
  'Документ об отгрузке товаров (выполнении работ), передаче имущественных прав (документ об оказании услуг)';

export type UpdFile = {
  /** Without extension; equal to ИдФайл, as the format asks. */
  readonly fileName: string;
  readonly root: XmlNode;
};

export type UpdFacts = {
  readonly paper: OneCPaper;
  readonly signatory: Signatory;
  /** Moment of making the file, in UTC. */
  readonly madeAt: IsoInstant;
  readonly program: string;
};

const idOf = (party: Party): string =>
  party.edoParticipantId || [party.inn || party.foreignTaxId, party.kpp].filter(Boolean).join('-');

/** Prefix, receiver, sender, day, GUID, flags. The GUID hangs on the document, so that the same paper has the same file. */
const fileNameOf = ({ paper }: UpdFacts): string =>
  [
    'ON_NSCHFDOPPR',
    idOf(paper.party),
    idOf(paper.organisation),
    paper.date.replaceAll('-', ''),
    recordUuid(paper.role === 'factura' ? 'factura' : 'sale', paper.id),
    '0_0_0_0_0_00',
  ].join('_');

const taxNode = (name: string, sum: Kopecks, isExempt: boolean): XmlNode =>
  node(name, {}, isExempt ? leaf('БезНДС', 'без НДС') : leaf('СумНал', moneyToDecimal(sum)));

const priceOf = (net: Kopecks, quantity: string): string => {
  const parsed = parseDecimal(quantity);
  if (!parsed.ok || parsed.value.units === 0n) return moneyToDecimal(net);
  return moneyToDecimal(kopecks(divideRounded(net * 10n ** BigInt(parsed.value.scale), parsed.value.units)));
};

const lineNode = (line: OneCLine, index: number): XmlNode => {
  const net = kopecks(line.gross - line.vat);
  const unit = unitByCode(line.unitCode) ?? unitByName(line.unitName);
  return node(
    'СведТов',
    {
      НомСтр: String(index + 1),
      НаимТов: cleanText(line.content),
      ОКЕИ_Тов: unit?.code ?? '',
      НаимЕдИзм: cleanText(line.unitName) || (unit?.name ?? ''),
      КолТов: line.quantity,
      ЦенаТов: priceOf(net, line.quantity),
      СтТовБезНДС: moneyToDecimal(net),
      НалСт: formatVatRate(line.rate),
      СтТовУчНал: moneyToDecimal(line.gross),
    },
    node('ДопСведТов', { ПрТовРаб: line.kind === 'goods' ? '1' : '3', АртикулТов: cleanText(line.code).slice(0, 50) }),
    node('Акциз', {}, leaf('БезАкциз', 'без акциза')),
    taxNode('СумНал', line.vat, line.rate === 'none'),
  );
};

const linesNode = ({ lines, sum, vat }: OneCPaper): XmlNode =>
  node(
    'ТаблСчФакт',
    {},
    ...lines.map(lineNode),
    node(
      'ВсегоОпл',
      { СтТовБезНДСВсего: moneyToDecimal(kopecks(sum - vat)), СтТовУчНалВсего: moneyToDecimal(sum) },
      taxNode(
        'СумНалВсего',
        vat,
        lines.every(({ rate }) => rate === 'none'),
      ),
    ),
  );

const reference = (name: string, title: string, number: string, date: IsoDate): XmlNode =>
  node(name, { РеквНаимДок: title, РеквНомерДок: number, РеквДатаДок: formatDate(date) });

const consignors = ({ consignor, organisation, lines }: OneCPaper): XmlNode | null => {
  if (!lines.some(({ kind }) => kind === 'goods')) return null;
  if (consignor === null || consignor.id === organisation.id) return node('ГрузОт', {}, leaf('ОнЖе', 'он же'));
  return node('ГрузОт', {}, participant('ГрузОтпр', consignor));
};

const facturaNode = (paper: OneCPaper): XmlNode => {
  const { revision, lines, party, consignee, basis, title, number, date } = paper;
  const hasGoods = lines.some(({ kind }) => kind === 'goods');
  const shipment = basis ?? { number, date };
  return node(
    'СвСчФакт',
    { НомерДок: number, ДатаДок: formatDate(date) },
    revision && node('ИспрДок', { НомИспр: revision.number, ДатаИспр: formatDate(revision.date) }),
    participant('СвПрод', paper.organisation),
    consignors(paper),
    hasGoods ? participant('ГрузПолуч', consignee ?? party) : null,
    reference('ДокПодтвОтгрНом', basis === null ? title : 'Документ об отгрузке', shipment.number, shipment.date),
    participant('СвПокуп', party),
    node('ДенИзм', { КодОКВ: '643', НаимОКВ: 'Российский рубль' }),
  );
};

/** What was handed over, when, and by which contract; an invoice alone has no such part. */
const transferNode = ({ contract, taxDate, transport, lines }: OneCPaper): XmlNode =>
  node(
    'СвПродПер',
    {},
    node(
      'СвПер',
      {
        СодОпер: lines.some(({ kind }) => kind === 'goods') ? 'Товары переданы' : 'Услуги оказаны в полном объеме',
        ДатаПер: formatDate(taxDate),
      },
      contract === null ? leaf('БезДокОснПер', '1') : reference('ОснПер', 'Договор', contract.number, contract.date),
      transport === '' ? null : node('Тран', { СвТран: transport }),
    ),
  );

const economicSubject = ({ shortName, fullName, inn, kpp }: Party): string =>
  `${cleanText(shortName || fullName)}, ИНН${kpp === '' ? '' : '/КПП'} ${[inn, kpp].filter(Boolean).join('/')}`;

/** Seller's title of the УПД format 5.03, КНД 1115131. Addresses and signatories must be there: `checkUpd` asks before. */
export const updFile = (facts: UpdFacts): UpdFile => {
  const { paper, signatory, madeAt, program } = facts;
  const fileName = fileNameOf(facts);
  const kind = updFunctionOf(paper);
  const root = node(
    'Файл',
    { ИдФайл: fileName, ВерсФорм: '5.03', ВерсПрог: program },
    node(
      'Документ',
      {
        КНД: '1115131',
        Функция: kind,
        ПоФактХЖ: kind === 'СЧФ' ? '' : FACT,
        НаимДокОпр: kind === 'СЧФ' ? '' : TITLES[kind],
        ДатаИнфПр: madeAt.slice(0, 10).split('-').toReversed().join('.'),
        ВремИнфПр: madeAt.slice(11, 19).replaceAll(':', '.'),
        НаимЭконСубСост: economicSubject(paper.organisation),
      },
      facturaNode(paper),
      linesNode(paper),
      kind === 'СЧФ' ? null : transferNode(paper),
      node('Подписант', { Должн: cleanText(signatory.position), СпосПодтПолном: '1' }, personName(signatory)),
    ),
  );
  return { fileName, root };
};

/** What the format asks for and our papers may lack. */
export const checkUpd = (paper: OneCPaper, signatory: Signatory | null): readonly string[] => [
  ...(paper.role === 'sale' || paper.role === 'factura' ? [] : ['это не УПД, акт, накладная или счёт-фактура']),
  ...(signatory === null || signatory.lastName === '' || signatory.firstName === '' ? ['нет подписанта'] : []),
  ...(paper.organisation.legalAddress === '' ? ['нет адреса нашей организации'] : []),
  ...(paper.party.legalAddress === '' ? ['нет адреса покупателя'] : []),
  ...(paper.currency === 'RUB' ? [] : ['валюта не рубли']),
];
