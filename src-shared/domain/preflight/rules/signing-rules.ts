import { formatDate } from '../../../kernel/date.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '../../document/document.ts';
import { KINDS } from '../../document/kinds/index.ts';
import { initialsAfter } from '../../grammar/initials.ts';
import { preamble, signatoryGenitive } from '../../grammar/preamble.ts';
import type { Signatory } from '../../party/party.ts';
import { coversScope, signatoryFor } from '../../party/signing.ts';
import { CONTRACT_DOCUMENTS, isContractDocument, type Facts, type Side } from '../facts.ts';
import { block, warn, whose, type Found, type Rule } from '../rule.ts';

const isPowerOfAttorney = (signatory: Signatory): boolean =>
  signatory.basisType === 'powerOfAttorney' || signatory.basisType === 'electronicPoa';

/** «Доверенность № 14 истекла 31.10.2026» names the paper, other bases name the person. */
const term = ({ name: side }: Side, signatory: Signatory, date: string, field: string): Found[] => {
  const of = { whose: whose(side), name: initialsAfter(signatory) };
  const { validFrom, validTo } = signatory;
  if (validTo !== null && validTo < date) {
    const until = formatDate(validTo);
    return isPowerOfAttorney(signatory) && signatory.basisNumber !== ''
      ? [
          block('signatory.expired', `${field}.validTo`, {
            whose: of.whose,
            basis: `Доверенность № ${signatory.basisNumber}`,
            date: until,
          }),
        ]
      : [block('signatory.termOver', `${field}.validTo`, { ...of, date: until })];
  }
  return validFrom !== null && validFrom > date
    ? [block('signatory.notYet', `${field}.validFrom`, { ...of, date: formatDate(validFrom) })]
    : [];
};

const authority = (facts: Facts, side: Side, signatory: Signatory): Found[] => {
  const field = `${side.name}.signatory`;
  const of = { whose: whose(side.name) };
  const named = { ...of, name: initialsAfter(signatory) };
  const found: Found[] = [];
  if (signatory.lastName.trim() === '' || signatory.firstName.trim() === '')
    found.push(block('signatory.nameMissing', `${field}.lastName`, of));
  if (signatory.position.trim() === '' && side.party.kind !== 'npd' && side.party.kind !== 'person')
    found.push(block('signatory.positionMissing', `${field}.position`, of));
  found.push(...term(side, signatory, facts.source.date, field));
  if (!coversScope(signatory, facts.source.kind)) found.push(block('signatory.scope', `${field}.scope`, named));
  if (isPowerOfAttorney(signatory) && signatory.basisNumber.trim() === '')
    found.push(block('signatory.poaNumberMissing', `${field}.basisNumber`, named));
  if (isPowerOfAttorney(signatory) && signatory.basisDate === null)
    found.push(block('signatory.poaDateMissing', `${field}.basisDate`, named));
  return found;
};

/** Papers that only our side signs in print. */
const ONE_SIDED: readonly DocumentKind[] = [
  'offer',
  'invoice',
  'invoice-advance',
  'invoice-rest',
  'invoice-contract',
  'upd',
  'factura',
  'factura-advance',
  'torg12',
  'proxy-carriage',
  'supplier-order',
];

/** Agreements that bind by both signatures though no framework contract comes of them (documents.md §7). */
const AGREEMENTS: readonly DocumentKind[] = [
  'contract-request-customer',
  'contract-request-carrier',
  'specification',
  'vat-agreement',
];

/**
 * Who puts a signature that the program prints. The buyer's one is printed in contracts and acts; in a УПД and a ТН the
 * person who took the goods writes his name by hand. A carrier is asked only when his card knows a signatory.
 */
const signingSides = ({ source, sides, roles }: Facts): readonly Side[] => {
  if (ONE_SIDED.includes(source.kind)) return sides.filter((side) => side.name === 'seller');
  if (KINDS[source.kind].side !== 'shared') return sides;
  const signing = new Set([roles.consignor?.id, roles.carrier?.id]);
  return sides.filter(
    (side) => signing.has(side.party.id) && (side.name === 'seller' || side.party.signatories.length > 0),
  );
};

const isRequired = ({ source }: Facts, side: Side): boolean =>
  side.name === 'seller' || isContractDocument(source.kind) || AGREEMENTS.includes(source.kind);

const signatories = (facts: Facts): Found[] =>
  signingSides(facts).flatMap((side) => {
    const signatory = signatoryFor(side.party, facts.source.kind, facts.source.date);
    if (signatory) return authority(facts, side, signatory);
    return isRequired(facts, side)
      ? [block('signatory.missing', `${side.name}.signatory`, { whose: whose(side.name) })]
      : [];
  });

/** Declined forms are printed in the preamble of a contract; other papers take the nominative. */
const declension = (facts: Facts): Found[] =>
  facts.sides.flatMap((side) => {
    const signatory = signatoryFor(side.party, facts.source.kind, facts.source.date);
    if (!signatory || !preamble(side.party, signatory, '').needsConfirmation) return [];
    return [
      warn('grammar.unconfirmed', `${side.name}.signatory.grammarConfirmed`, {
        whose: whose(side.name),
        text: signatoryGenitive(signatory).text,
      }),
    ];
  });

/** R-G: who signs, by what right, and how the name is declined. */
export const SIGNING_RULES: readonly Rule[] = [
  { id: 'R-G1', kinds: DOCUMENT_KINDS, check: signatories },
  { id: 'R-G2', kinds: CONTRACT_DOCUMENTS, check: declension },
];
