import { mainAccountOf } from '../party/main-account.ts';
import type { BankAccount, Party } from '../party/party.ts';
import { accountObject, contractObject, partyObject, productObject } from './catalogues.ts';
import { isAccountRight } from './check-paper.ts';
import type { EdElement } from './element.ts';
import type { OneCLine, OneCPaper } from './paper.ts';
import { contractIdOf, createRepeated } from './parts.ts';
import { purchaseFacturaObject, purchaseObject, supplierInvoiceObject } from './purchase-objects.ts';
import { facturaObject, orderObject, saleObject } from './sale-objects.ts';
import type { EdVersion } from './versions.ts';

/** An account of another country has no БИК to be checked by; a broken Russian one would only confuse the payments. */
const isCarried = (account: BankAccount): boolean => account.bic === '' || isAccountRight(account);

/** Papers → objects of one message, in the order in which they are written. */
export type PaperMapper = (paper: OneCPaper) => EdElement[];

/**
 * Cards come right before the first document that names them and once in a message: an object that 1C knows only by its
 * key properties is thrown away at the end of the load (formats/README.md §2.3).
 */
export const createPaperMapper = (version: EdVersion): PaperMapper => {
  const repeated = createRepeated();
  const written = new Set<string>();
  const once = (key: string, build: () => EdElement): EdElement[] => {
    if (written.has(key)) return [];
    written.add(key);
    return [build()];
  };

  const partyCards = (party: Party): EdElement[] => {
    const main = mainAccountOf(party);
    const cards = once(`party:${party.id}`, () => partyObject(repeated, party, main));
    if (cards.length === 0) return cards;
    const accounts = party.bankAccounts
      .filter(isCarried)
      .map((account) => accountObject(repeated, { party, isOurs: false }, account));
    return [...cards, ...accounts];
  };
  const ownAccount = ({ organisation, currency }: OneCPaper): EdElement[] => {
    const account = mainAccountOf(organisation, currency);
    if (account === null) return [];
    const owner = { party: organisation, isOurs: true } as const;
    return once(`account:${organisation.id}:${account.account}`, () => accountObject(repeated, owner, account));
  };
  const productCard = (line: OneCLine): EdElement[] =>
    once(`product:${line.code === '' ? `${line.kind}:${line.product}` : line.code}`, () =>
      productObject(repeated, line),
    );

  const documentsOf = (paper: OneCPaper): EdElement[] => {
    switch (paper.role) {
      case 'order':
        return [orderObject(repeated, paper, version)];
      case 'sale':
        return [
          saleObject(repeated, paper, version),
          ...(paper.isFacturaToo ? [facturaObject(repeated, paper, paper)] : []),
        ];
      case 'factura':
        return paper.basis === null ? [] : [facturaObject(repeated, paper, paper.basis)];
      case 'supplierInvoice':
        return [supplierInvoiceObject(repeated, paper, version)];
      case 'purchase':
        return [
          purchaseObject(repeated, paper, version),
          ...(paper.isFacturaToo ? [purchaseFacturaObject(repeated, paper, paper)] : []),
        ];
      case 'purchaseFactura':
        return paper.basis === null ? [] : [purchaseFacturaObject(repeated, paper, paper.basis)];
    }
  };

  return (paper) => [
    ...partyCards(paper.party),
    ...(paper.role === 'sale' && paper.consignor !== null && paper.consignor.id !== paper.organisation.id
      ? partyCards(paper.consignor)
      : []),
    ...(paper.role === 'sale' && paper.consignee !== null ? partyCards(paper.consignee) : []),
    ...ownAccount(paper),
    ...once(`contract:${contractIdOf(paper)}`, () => contractObject(repeated, paper)),
    ...paper.lines.flatMap(productCard),
    ...documentsOf(paper),
  ];
};
