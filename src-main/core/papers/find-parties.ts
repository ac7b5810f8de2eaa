import { ok } from '#shared/kernel/result.ts';
import type { CoreDeps, Handler } from '../deps.ts';

/** More than a person reads through; words narrow it. */
const MAX_PARTIES = 500;

/** Counterparties by name, for choosing whom a paper goes to. */
export const findParties =
  (deps: CoreDeps): Handler<'papers.parties'> =>
  (_context, { text }) => {
    const { total, items } = deps.base.read.parties.list({ text }, { limit: MAX_PARTIES, offset: 0 });
    const ours = new Set(deps.base.read.organisations.list().map(({ party }) => party.id));
    return ok({
      total,
      items: items
        .filter(({ id }) => !ours.has(id))
        .map(({ id, shortName, fullName, inn }) => ({ id, inn, name: shortName || fullName }))
        .toSorted((left, right) => left.name.localeCompare(right.name, 'ru')),
    });
  };
