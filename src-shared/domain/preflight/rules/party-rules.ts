import { DOCUMENT_KINDS, type DocumentKind } from '../../document/document.ts';
import type { PartyKind } from '../../party/party.ts';
import { foreignTaxIdLabel, isForeignTaxId } from '../../requisites/foreign-tax-id.ts';
import { isInn10, isInn12 } from '../../requisites/inn.ts';
import { isKpp } from '../../requisites/kpp.ts';
import { isOgrn, isOgrnip } from '../../requisites/ogrn.ts';
import type { Facts, Side } from '../facts.ts';
import { block, warn, whose, type Found, type Rule } from '../rule.ts';

const isCompany = (kind: PartyKind): boolean => kind === 'org' || kind === 'branch';
const isEntrepreneur = (kind: PartyKind): boolean => kind === 'ip' || kind === 'npd';

const eachSide =
  (check: (side: Side) => Found[]) =>
  ({ sides }: Facts): Found[] =>
    sides.flatMap(check);

const innFound = ({ name, party }: Side, length: 10 | 12): Found[] => {
  const field = `${name}.inn`;
  const of = { whose: whose(name) };
  if (party.inn === '') return [block('party.innMissing', field, of)];
  if (!new RegExp(`^\\d{${length}}$`, 'u').test(party.inn))
    return [block('party.innLength', field, { ...of, inn: party.inn, expected: String(length) })];
  const isRight = length === 10 ? isInn10(party.inn) : isInn12(party.inn);
  return isRight ? [] : [block('party.innChecksum', field, { ...of, inn: party.inn })];
};

const company = (side: Side): Found[] => {
  const { name, party } = side;
  if (!isCompany(party.kind)) return [];
  const of = { whose: whose(name) };
  const found = innFound(side, 10);
  if (party.kpp === '') found.push(block('party.kppMissing', `${name}.kpp`, of));
  else if (!isKpp(party.kpp)) found.push(block('party.kppFormat', `${name}.kpp`, { ...of, kpp: party.kpp }));
  return found;
};

const entrepreneur = (side: Side): Found[] => {
  const { name, party } = side;
  if (!isEntrepreneur(party.kind)) return [];
  const found = innFound(side, 12);
  if (party.kpp !== '') found.push(block('party.kppExtra', `${name}.kpp`, { whose: whose(name), kpp: party.kpp }));
  return found;
};

/** ОГРН of a company has 13 digits, of an ИП 15; a самозанятый has none. */
const registration = ({ name, party }: Side): Found[] => {
  if (party.ogrn === '' || !(isCompany(party.kind) || party.kind === 'ip')) return [];
  const expected = isCompany(party.kind) ? 13 : 15;
  const data = { whose: whose(name), ogrn: party.ogrn };
  if (!new RegExp(`^\\d{${expected}}$`, 'u').test(party.ogrn))
    return [warn('party.ogrnKind', `${name}.ogrn`, { ...data, expected: String(expected) })];
  const isRight = expected === 13 ? isOgrn(party.ogrn) : isOgrnip(party.ogrn);
  return isRight ? [] : [warn('party.ogrnChecksum', `${name}.ogrn`, data)];
};

const foreigner = ({ name, party }: Side): Found[] =>
  party.kind !== 'foreign' || isForeignTaxId(party.countryCode, party.foreignTaxId)
    ? []
    : [
        warn('party.foreignTaxId', `${name}.foreignTaxId`, {
          whose: whose(name),
          label: foreignTaxIdLabel(party.countryCode),
          number: party.foreignTaxId,
        }),
      ];

/** Line 2а, 6а of a счет-фактура, and the caption of an ИП who sells. */
const addresses = ({ sides, seller, updStatus }: Facts): Found[] => {
  if (updStatus !== 1) return [];
  const found = sides
    .filter(({ party }) => party.legalAddress.trim() === '')
    .map(({ name }) => block('party.addressMissing', `${name}.legalAddress`, { whose: whose(name) }));
  if (seller.kind === 'ip' && (seller.ogrn === '' || seller.ogrnDate === null))
    found.push(block('party.ogrnipMissing', seller.ogrn === '' ? 'seller.ogrn' : 'seller.ogrnDate', {}));
  return found;
};

// \b does not know Cyrillic letters, so the borders are written out.
const DOUBLE_FORM = /(?:^|[\s«"])(ООО|ОАО|ЗАО|ПАО|АО|ИП|НАО|АНО)["«\s]+\1(?=[\s«"»]|$)/iu;
const DOUBLE_FULL_FORM =
  /(общество с ограниченной ответственностью|акционерное общество|индивидуальный предприниматель)["«\s]+(?:\1|ООО|АО|ИП)(?=[\s«"»]|$)/iu;

const doubleForm = ({ name, party }: Side): Found[] => {
  const double = [party.shortName, party.fullName].find(
    (text) => DOUBLE_FORM.test(text) || DOUBLE_FULL_FORM.test(text),
  );
  return double === undefined
    ? []
    : [warn('party.doubleLegalForm', `${name}.shortName`, { whose: whose(name), name: double })];
};

const duplicates = ({ source, context, sides }: Facts): Found[] =>
  sides.some(({ name }) => name === 'buyer') ? doubles(source, context) : [];

const doubles = (source: Facts['source'], context: Facts['context']): Found[] => [
  ...(context.duplicatesOfBuyer > 0
    ? [warn('party.duplicate', 'buyer.inn', { count: String(context.duplicatesOfBuyer) })]
    : []),
  ...(context.twinsOfBuyer.length > 0
    ? [
        warn('party.twinName', 'buyer.inn', {
          name: source.buyer.shortName || source.buyer.fullName,
          others: context.twinsOfBuyer.join(', '),
        }),
      ]
    : []),
];

const stopped = ({ name, party }: Side): Found[] =>
  party.stopReason.trim() === ''
    ? []
    : [warn('party.stopped', `${name}.stopReason`, { whose: whose(name), reason: party.stopReason.trim() })];

const FACTURAS: readonly DocumentKind[] = ['upd', 'factura', 'factura-advance'];

/** R-P: requisites of everybody the paper names. */
export const PARTY_RULES: readonly Rule[] = [
  { id: 'R-P1', kinds: DOCUMENT_KINDS, check: eachSide(company) },
  { id: 'R-P2', kinds: DOCUMENT_KINDS, check: eachSide(entrepreneur) },
  { id: 'R-P3', kinds: DOCUMENT_KINDS, check: eachSide((side) => [...registration(side), ...foreigner(side)]) },
  { id: 'R-P4', kinds: FACTURAS, check: addresses },
  { id: 'R-P5', kinds: DOCUMENT_KINDS, check: (facts) => [...duplicates(facts), ...eachSide(doubleForm)(facts)] },
  { id: 'R-P6', kinds: DOCUMENT_KINDS, check: eachSide(stopped) },
];
