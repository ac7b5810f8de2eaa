import { err, ok, type Result } from '../../kernel/result.ts';
import type { PartyId } from '../../kernel/id.ts';
import type { Contract } from '../contract/contract.ts';
import type { Order } from '../order/order.ts';
import type { Organisation, Party } from '../party/party.ts';
import { tripRoles } from '../transport/trip-roles.ts';
import { setOrderField } from './order-fields.ts';
import { PARTY_FIELDS } from './party-fields.ts';
import { parseOptionalDate, type Edited, setterOf, type Setters } from './setter.ts';

/** What stands around an order when one of its values is mended. */
export type EditScope = {
  readonly order: Order;
  readonly buyer: Party;
  readonly organisation: Organisation;
  readonly contract: Contract | null;
  readonly partiesById: ReadonlyMap<PartyId, Party>;
};

/** The one record that an edit changes, with its revision raised. */
export type EditChange =
  | { readonly entity: 'order'; readonly order: Order }
  | { readonly entity: 'party'; readonly party: Party }
  | { readonly entity: 'organisation'; readonly organisation: Organisation }
  | { readonly entity: 'contract'; readonly contract: Contract };

export type Edit = { readonly change: EditChange; readonly before: string };

/** `unknown`: there is no such field here; `invalid`: the text cannot be its value. */
export type EditError = 'unknown' | 'invalid';

const CONTRACT_FIELDS: Setters<Contract> = {
  number: (contract, text) =>
    text.trim() === '' ? null : { before: contract.number, after: { ...contract, number: text.trim() } },
  vatClause: (contract, text) => ({ before: contract.vatClause, after: { ...contract, vatClause: text.trim() } }),
  paymentDays: (contract, text) =>
    /^\d{1,3}$/u.test(text.trim())
      ? { before: String(contract.paymentDays), after: { ...contract, paymentDays: Number(text) } }
      : null,
  validTo: (contract, text) => {
    const date = parseOptionalDate(text);
    return date.ok ? { before: contract.validTo ?? '', after: { ...contract, validTo: date.value } } : null;
  },
};

const raised = <T extends { readonly revision: number }>(record: T): T => ({
  ...record,
  revision: record.revision + 1,
});

const settle = <T>(edited: Edited<T> | null | undefined, change: (after: T) => EditChange): Result<Edit, EditError> => {
  if (edited === undefined) return err('unknown');
  return edited === null ? err('invalid') : ok({ before: edited.before, change: change(edited.after) });
};

/**
 * Changes one value named as the check and the preview name it: `buyer.kpp`, `seller.bankAccount`, `carrier.inn`,
 * `order.lines[2].price`, `contract.validTo`, `organisation.city`. Nothing is stored; a value of the order becomes a person's own (`mark`).
 */
export const editField = (
  scope: EditScope,
  field: string,
  text: string,
  mark: { readonly at: string; readonly userId: string },
): Result<Edit, EditError> => {
  const [named = ''] = field.split('.', 1);
  const path = field.slice(named.length + 1);
  // A printed value names our own company `organisation`, the checks name it `seller`.
  const root = named === 'organisation' ? 'seller' : named;
  if (root === 'order') {
    const manualFields = { ...scope.order.manualFields, [path]: mark };
    return settle(setOrderField(scope.order, path, text), (order) => ({
      entity: 'order',
      order: raised({ ...order, manualFields }),
    }));
  }
  if (root === 'contract') {
    const edited = scope.contract === null ? undefined : setterOf(CONTRACT_FIELDS, path)?.(scope.contract, text);
    return settle(edited, (contract) => ({ entity: 'contract', contract: raised(contract) }));
  }
  if (root === 'seller' && path === 'city') {
    const { organisation } = scope;
    const after = { ...organisation, city: text.trim(), party: raised(organisation.party) };
    return settle({ before: organisation.city, after }, (edited) => ({ entity: 'organisation', organisation: edited }));
  }
  const party = partyOf(scope, root);
  return settle(party && setterOf(PARTY_FIELDS, path)?.(party, text), (after) => changeOfParty(scope, raised(after)));
};

/** Whom a field speaks of: the sides of the deal or of the carriage. */
const partyOf = (scope: EditScope, root: string): Party | undefined => {
  if (root === 'buyer') return scope.buyer;
  if (root === 'seller') return scope.organisation.party;
  const roles = tripRoles(scope);
  if (root === 'carrier') return roles?.carrier ?? undefined;
  if (root === 'consignor') return roles?.consignor ?? undefined;
  return root === 'consignee' ? (roles?.consignee ?? undefined) : undefined;
};

/** Our own company may stand in any role of a carriage. */
const changeOfParty = ({ organisation }: EditScope, party: Party): EditChange =>
  party.id === organisation.party.id
    ? { entity: 'organisation', organisation: { ...organisation, party } }
    : { entity: 'party', party };
