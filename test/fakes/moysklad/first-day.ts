import type { Account } from './account.ts';
import { uuid } from './ids.ts';
import { refTo } from './refs.ts';
import { moscowText } from './show.ts';
import { createEntity, type Author } from './write.ts';

const TASKS = 40;

/** Tasks of the first day, each about a customer and his order. */
export const fillStoreFirstDay = (account: Account): void => {
  const { business } = account;
  const head: Author = { employee: uuid('employee', 0), uid: 'stolyarov@komplekt', source: 'app' };
  for (let place = 0; place < Math.min(TASKS, business.orders); place += 1) {
    const index = business.orders - 1 - place;
    createEntity(
      account,
      'task',
      {
        description: place % 2 === 0 ? 'Подготовить документы по заказу' : 'Позвонить клиенту',
        assignee: refTo('employee', uuid('employee', 6 + (place % 3))),
        agent: refTo('counterparty', uuid('counterparty', business.partyOf(index))),
        operation: refTo('customerorder', uuid('customerorder', index)),
        done: place % 3 === 0,
        dueToDate: moscowText(account.now() + (place - TASKS / 2) * 86_400_000).slice(0, 19),
      },
      head,
    );
  }
};
