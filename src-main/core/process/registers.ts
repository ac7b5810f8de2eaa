import { isFilled } from '#shared/domain/process/condition.ts';
import { foldName } from '#shared/domain/process/fold-name.ts';
import type { Fields, FieldValue } from '#shared/domain/process/state.ts';
import { contractsOf } from './contracts.ts';
import type { Running, Work } from './work.ts';

type LookUp = (work: Work, running: Running) => FieldValue;

const MOST_FOUND = 50;
const MOST_READ = 500;

const textOf = (fields: Fields, code: string): string => {
  const value = fields[code];
  return typeof value === 'string' ? foldName(value) : '';
};

/** Do the two name a place in common? «Тверь – Казань» and «г. Тверь, ул. …» do. */
const sharesPlace = (directions: string, places: readonly string[]): boolean =>
  directions
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 3)
    .some((word) => places.some((place) => place.includes(word)));

const placesOf = ({ fields }: Running['state']): readonly string[] =>
  [textOf(fields, 'loadingPlace'), textOf(fields, 'unloadingPlace')].filter((place) => place !== '');

/** Carriers whose directions or place fit; those on the black list are never proposed (MOG-114). */
const carrierBase: LookUp = (work, { state }) => {
  const places = placesOf(state);
  return work.stores.processes
    .recordsOfType('carrier', MOST_READ)
    .filter(({ fields }) => fields['isBlacklisted'] !== true)
    .filter(
      ({ fields }) =>
        places.length === 0 || sharesPlace(`${textOf(fields, 'directions')} ${textOf(fields, 'location')}`, places),
    )
    .slice(0, MOST_FOUND)
    .map(({ title }) => title);
};

/** Offers made before for the same direction (MOG-115). */
const offersBefore: LookUp = (work, { state, row }) => {
  const places = placesOf(state);
  return work.stores.processes
    .recordsOfType('carrierOffer', MOST_READ)
    .filter(({ fields }) => fields['request'] !== row.recordId)
    .filter(({ fields }) => places.length === 0 || sharesPlace(textOf(fields, 'directions'), places))
    .slice(0, MOST_FOUND)
    .map(({ title }) => title);
};

/** Who carried before from the same place or to it (MOG-116). */
const pastDeals: LookUp = (work, { state, row }) => {
  const places = placesOf(state);
  const { items } = work.stores.processes.list(
    { code: 'freight-order', status: 'finished' },
    { limit: MOST_READ, offset: 0 },
  );
  const states = work.stores.processes.states(items.map(({ id }) => id).filter((id) => id !== row.id));
  const carriers = [...states.values()]
    .filter(({ fields }) => isFilled(fields['carrier']))
    .filter(
      ({ fields }) =>
        places.length === 0 ||
        sharesPlace(`${textOf(fields, 'loadingPlace')} ${textOf(fields, 'unloadingPlace')}`, places),
    )
    .map(({ fields }) => String(fields['carrier']));
  return [...new Set(carriers)].slice(0, MOST_FOUND);
};

/** Carriers without repeats from the base, the offers and the past carriages (MOG-118). */
const carrierSelection: LookUp = (work, running) => {
  const found = [carrierBase, offersBefore, pastDeals].flatMap((each) => each(work, running) ?? []);
  return [...new Set(found.map(String))].slice(0, MOST_FOUND);
};

const counterparties: LookUp = (work, { state }) => {
  const name = textOf(state.fields, 'customer') || textOf(state.fields, 'client');
  if (name === '') return null;
  const { items } = work.stores.parties.list({ text: name }, { limit: 1, offset: 0 });
  return items[0]?.shortName ?? null;
};

/** For a carriage: the register has been asked, its answer is in the set of counterparties. For a paper: the contract itself. */
const concludedContracts: LookUp = (work, running) => {
  if (running.definition.fields.some(({ code }) => code === 'contractsFound')) return true;
  const parent = running.row.parentId === null ? running : work.get(running.row.parentId);
  const side = running.state.fields['side'];
  const found = contractsOf(work, parent).find(
    ({ fields }) => fields['hasContract'] === true && (!isFilled(side) || fields['side'] === side),
  );
  return found === undefined ? null : `Договор: ${found.title}`;
};

const requisites: LookUp = (work, running) => {
  const parent = running.row.parentId === null ? running : work.get(running.row.parentId);
  const side = running.state.fields['side'];
  return contractsOf(work, parent).find(({ fields }) => !isFilled(side) || fields['side'] === side)?.title ?? null;
};

/** Directories that a process may ask, by name. The answer goes back as a change of the field that it was asked into. */
export const REGISTERS: Readonly<Record<string, LookUp | undefined>> = {
  'carrier-base': carrierBase,
  'carrier-offers': offersBefore,
  'past-deals': pastDeals,
  'carrier-selection': carrierSelection,
  'concluded-contracts': concludedContracts,
  requisites,
  counterparties,
};
