/** A process that asks at once for a price list, which no order makes, and for whatever else its rules are given. */
export const aPriceWeek = (rules: readonly object[] = []) => ({
  code: 'price-week',
  version: 1,
  title: 'Цены недели',
  business: 'general',
  recordType: 'week',
  roles: [{ code: 'manager', title: 'Менеджер' }],
  fields: [],
  start: {},
  stages: [
    { code: 'new', title: 'Новая', kind: 'initial' },
    { code: 'printing', title: 'Печать', kind: 'working' },
    { code: 'done', title: 'Готово', kind: 'success' },
  ],
  transitions: [{ from: ['new', 'printing'], to: ['printing', 'done'], who: ['anyone'] }],
  tasks: [],
  rules: [...rules, { code: 'print', on: { enter: 'printing' }, do: [{ document: 'price-list' }] }],
});
