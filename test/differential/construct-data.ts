import { A_PICTURE } from './a-picture.ts';

const line = (name: string, sum: number) => ({ name, sum, vat: null, tags: [name, 'б'] });

/** The data that the hand-written templates read. */
export const CONSTRUCT_DATA = {
  number: 'А-17',
  total: 1_250.5,
  paid: true,
  late: false,
  empty: '',
  nothing: null,
  multi: 'Москва\nТверская',
  seller: { name: 'ООО «Ромашка»' },
  names: ['а', '', 'в'],
  none: [],
  lines: [line('Доставка', 1), line('Хранение & <учет>', 2), line('', 3)],
  site: 'https://example.ru/?a=1&b=2',
  picture: A_PICTURE,
};
