import type { OutputOf } from '#shared/contract/index.ts';
import { REGISTER_VIEWS } from '#shared/contract/closing.ts';
import { moneyToDecimal, sumMoney } from '#shared/kernel/money.ts';
import type { IsoDate } from '#shared/kernel/date.ts';
import { ok } from '#shared/kernel/result.ts';
import type { RegisterRow } from '../../ports/register.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { daysAwaited, paperBrief } from '../signing/paper-view.ts';
import { companyOf } from '../signing/queue.ts';
import { belongs, filterOf, otherFilters } from './register-views.ts';

const registerRow = (document: RegisterRow, today: IsoDate): OutputOf<'closing.register'>['items'][number] => ({
  ...paperBrief(document),
  way: document.way,
  track: document.track,
  sentOn: document.sentOn,
  receivedOn: document.receivedOn,
  awaited: document.isAwaited,
  daysAwaited: daysAwaited(document, today),
  manager: document.managerName,
});

/** One register over paper, scans and ЭДО, with every view counted under the other filters. */
export const paperRegister =
  (deps: CoreDeps): Handler<'closing.register'> =>
  (_context, input) => {
    const { register } = deps.base.read;
    const company = companyOf(deps.base.read, input.organisation);
    if (!company.ok) return company;
    const { sort, descending, limit, offset, state } = input;
    const groups = register.groups(otherFilters(input, company.value));
    const shown = groups.filter(
      (group) => belongs(group, input.view) && (state === undefined || group.state === state),
    );
    const rows = register.rows(filterOf(input, company.value), sort, descending, { limit, offset });
    const today = deps.clock.today();
    return ok({
      total: shown.reduce((sum, { count }) => sum + count, 0),
      sum: moneyToDecimal(sumMoney(shown.map(({ sum }) => sum))),
      vat: moneyToDecimal(sumMoney(shown.map(({ vat }) => vat))),
      items: rows.map((row) => registerRow(row, today)),
      views: REGISTER_VIEWS.map((view) => ({
        view,
        count: groups.filter((group) => belongs(group, view)).reduce((sum, { count }) => sum + count, 0),
      })),
    });
  };
