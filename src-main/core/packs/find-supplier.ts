import { nameKey } from '#shared/domain/matching/name-key.ts';
import { plainName } from '#shared/domain/party/plain-name.ts';
import type { Party } from '#shared/domain/party/party.ts';
import type { ReadStores } from '../../ports/base.ts';

/** More cards of one name than a person can tell apart. */
const MOST = 50;

/**
 * The card of him whom people named as the supplier: by the ИНН among the words, else by the name as the ear takes it. Null: there is
 * none, or there are several and the legal form does not tell which.
 */
export const findSupplier = (
  { parties, organisations }: Pick<ReadStores, 'parties' | 'organisations'>,
  named: string,
): Party | null => {
  const inn = /(?<!\d)(?:\d{12}|\d{10})(?!\d)/u.exec(named)?.[0];
  const isOurs = ({ id }: Party): boolean => organisations.get(id) !== null;
  if (inn !== undefined) {
    const known = parties.findByTaxId(inn);
    return known === null || isOurs(known) ? null : known;
  }
  const wanted = plainName({ shortName: named, fullName: '' });
  if (wanted === '') return null;
  const same = parties
    .list({ text: wanted }, { limit: MOST, offset: 0 })
    .items.filter((party) =>
      [party.shortName, party.fullName].some((name) => plainName({ shortName: name, fullName: '' }) === wanted),
    )
    .filter((party) => !isOurs(party));
  const { form } = nameKey(named);
  const ofForm = same.filter(({ shortName, fullName }) => nameKey(shortName || fullName).form === form);
  const [found, ...others] = same.length > 1 ? ofForm : same;
  return others.length === 0 ? (found ?? null) : null;
};
