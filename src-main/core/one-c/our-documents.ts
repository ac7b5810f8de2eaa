import { nameKey, numberKey } from '#shared/domain/exchange-1c/register/cells.ts';
import type { OurDocument } from '#shared/domain/exchange-1c/register/compare.ts';
import type { RegisterPeriod } from '#shared/domain/exchange-1c/register/period-of.ts';
import type { RegisterDocument } from '#shared/domain/exchange-1c/register/read-register.ts';
import type { Organisation } from '#shared/domain/party/party.ts';
import type { ReadStores } from '../../ports/base.ts';
import type { OneCPeriod } from '../../ports/one-c.ts';
import { readIncoming } from './read-incoming.ts';
import { readPapers } from './read-papers.ts';

/** Our papers of a period that 1C should have, without their lines. */
export const ourDocuments = (stores: ReadStores, period: OneCPeriod): OurDocument[] =>
  [...readPapers(stores, period), ...readIncoming(stores, period)].map(({ paper, source }) => ({
    id: paper.id,
    orderId: source.orderId,
    role: paper.role,
    number: paper.number,
    incomingNumber: paper.incoming?.number ?? paper.number,
    date: paper.date,
    party: paper.party.shortName || paper.party.fullName,
    sum: paper.sum,
  }));

/**
 * Whose register it is: the only company, the one that the title names, or the one most of whose documents are in it by
 * number, day and sum. Null when nothing tells.
 */
export const likelyOrganisation = (
  stores: ReadStores,
  title: string,
  theirs: readonly RegisterDocument[],
  period: RegisterPeriod,
): Organisation | null => {
  const all = stores.organisations.list();
  const [only, ...others] = all;
  if (only !== undefined && others.length === 0) return only;
  const words = ` ${nameKey(title.replaceAll(/[\n\r]/gu, ' '))} `;
  const named = all.filter(
    ({ party }) =>
      (party.inn !== '' && title.includes(party.inn)) ||
      nameKey(party.shortName)
        .split(' ')
        .every((word) => words.includes(` ${word} `)),
  );
  if (named.length === 1) return named[0] ?? null;
  const keys = new Set(theirs.map(({ number, date, sum }) => `${numberKey(number)}:${date}:${sum}`));
  const scored = all
    .map((organisation) => {
      const own = ourDocuments(stores, { organisationId: organisation.party.id, ...period });
      const common = own.filter(({ number, date, sum }) => keys.has(`${numberKey(number)}:${date}:${sum}`));
      return { organisation, common: common.length };
    })
    .toSorted((a, b) => b.common - a.common);
  const [best] = scored;
  return best !== undefined && best.common > 0 ? best.organisation : null;
};
