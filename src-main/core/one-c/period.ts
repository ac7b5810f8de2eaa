import { appError, type AppError } from '#shared/contract/errors.ts';
import type { Organisation } from '#shared/domain/party/party.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ReadStores } from '../../ports/base.ts';
import type { OneCPeriod } from '../../ports/one-c.ts';

/** One of our companies by its ИНН. */
export const organisationOf = (stores: ReadStores, inn: string): Result<Organisation, AppError> => {
  const found = stores.organisations.list().find(({ party }) => party.inn === inn);
  return found === undefined ? err(appError('organisation.unknown', { inn })) : ok(found);
};

type Asked = { readonly organisation: string; readonly from: string; readonly to: string };

export const periodOf = (
  stores: ReadStores,
  { organisation: inn, from, to }: Asked,
): Result<{ readonly organisation: Organisation; readonly period: OneCPeriod }, AppError> => {
  const organisation = organisationOf(stores, inn);
  if (!organisation.ok) return organisation;
  if (from > to) return err(appError('oneC.period', { from, to }));
  const organisationId = organisation.value.party.id;
  return ok({ organisation: organisation.value, period: { organisationId, from: isoDate(from), to: isoDate(to) } });
};
