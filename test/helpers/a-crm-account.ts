import { EMPTY_MAPPING } from '#shared/domain/crm/mapping.ts';
import type { CrmAccount } from '#main/ports/sync.ts';

/** A connected CRM that does nothing out of the ordinary. */
export const aCrmAccount = (
  own: Pick<CrmAccount, 'id' | 'system' | 'connectedBy' | 'connectedAt' | 'journalSeq'>,
): CrmAccount => ({
  address: `https://${own.id}.bitrix24.ru`,
  title: 'Проба',
  employee: 'Анна',
  state: 'active',
  stop: null,
  calibration: null,
  mapping: EMPTY_MAPPING,
  policies: {},
  drivenByCrm: [],
  firstLoad: null,
  ...own,
});
