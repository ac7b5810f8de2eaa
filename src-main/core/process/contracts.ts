import { isFilled } from '#shared/domain/process/condition.ts';
import { foldName } from '#shared/domain/process/fold-name.ts';
import { dayOf } from '#shared/domain/process/local-time.ts';
import type { Element } from '#shared/domain/process/state.ts';
import type { Contract } from '#shared/domain/contract/contract.ts';
import { parseIsoDate, type IsoDate } from '#shared/kernel/date.ts';
import type { PartyId } from '#shared/kernel/id.ts';
import type { Running, Work } from './work.ts';

type Side = 'customer' | 'carrier';

const isInForce = ({ date, validTo, autoProlong }: Contract, on: IsoDate): boolean =>
  date <= on && (validTo === null || autoProlong || on <= validTo);

/** A carrier's own contract is of its kind; the customer's is any other. */
const isOfSide = ({ kind }: Contract, side: Side): boolean => (kind === 'carrier') === (side === 'carrier');

/** Both sides of a carriage, with whether a contract of ours is in force on the day of loading (GAP-71). */
export const contractsOf = (work: Work, running: Running): readonly Element[] => {
  const { stores, cause } = work;
  const { fields } = running.state;
  const orderId = stores.processes.record(running.row.recordId)?.orderId ?? null;
  const order = orderId === null ? null : stores.orders.get(orderId);
  const loading = parseIsoDate(String(fields['loadingDate'] ?? ''));
  const on = loading.ok ? loading.value : dayOf(cause.now);
  const ofParty = (partyId: PartyId | null, side: Side): Element | null => {
    const party = partyId === null || order === null ? null : stores.parties.get(partyId);
    if (party === null || order === null) return null;
    const hasContract = stores.contracts
      .between(order.organisationId, party.id)
      .some((contract) => isOfSide(contract, side) && isInForce(contract, on));
    return { id: party.id, title: party.shortName, fields: { side, hasContract, inn: party.inn } };
  };
  const ofName = (code: 'client' | 'carrier', side: Side): Element | null => {
    const name = fields[code];
    if (!isFilled(name)) return null;
    const register = stores.processes.recordsOfType('contract', 1_000);
    const hasContract = register.some(
      ({ fields: own }) => own['side'] === side && foldName(String(own['party'] ?? '')) === foldName(String(name)),
    );
    return { id: `${side}:${String(name)}`, title: String(name), fields: { side, hasContract } };
  };
  return [
    ofParty(order?.partyId ?? null, 'customer') ?? ofName('client', 'customer'),
    ofParty(order?.trip?.carrierId ?? null, 'carrier') ?? ofName('carrier', 'carrier'),
  ].flatMap((each) => each ?? []);
};
