import type { InputOf } from '#shared/contract/index.ts';

type ProxyRequest = Extract<InputOf<'papers.preview'>['paper'], { kind: 'proxy-goods' }>;

export type GoodsLine = { readonly name: string; readonly unitName: string; readonly quantity: string };

/** Who fetches which goods, as typed into the form of a доверенность. */
export type ProxyForm = {
  /** «Орлов Пётр Ильич». */
  readonly person: string;
  readonly position: string;
  /** «2201 123456». */
  readonly passport: string;
  readonly issuedBy: string;
  readonly issuedOn: string | null;
  readonly orderDocument: string;
  readonly goods: readonly GoodsLine[];
};

const EMPTY_GOODS: GoodsLine = { name: '', unitName: 'шт', quantity: '' };

export const emptyProxy: ProxyForm = {
  person: '',
  position: '',
  passport: '',
  issuedBy: '',
  issuedOn: null,
  orderDocument: '',
  goods: [EMPTY_GOODS],
};

export const withGoods = (form: ProxyForm, index: number, change: Partial<GoodsLine>): ProxyForm => ({
  ...form,
  goods: form.goods.map((line, place) => (place === index ? { ...line, ...change } : line)),
});

export const withOneMore = (form: ProxyForm): ProxyForm => ({ ...form, goods: [...form.goods, EMPTY_GOODS] });

/** The request of a filled form; null while the person or the goods are missing. */
export const proxyRequest = (
  { person, passport, goods, ...form }: ProxyForm,
  sides: Pick<ProxyRequest, 'organisation' | 'party'>,
  validTo: string | null,
): ProxyRequest | null => {
  const [lastName = '', firstName = '', ...rest] = person.trim().split(/\s+/u);
  const [series = '', ...number] = passport.trim().split(/\s+/u);
  const lines = goods.filter(({ name }) => name.trim() !== '');
  if (firstName === '' || lines.length === 0) return null;
  return {
    kind: 'proxy-goods',
    ...sides,
    attorney: {
      position: form.position,
      lastName,
      firstName,
      middleName: rest.join(' '),
      passport: { series, number: number.join(''), issuedBy: form.issuedBy, issuedOn: form.issuedOn },
    },
    orderDocument: form.orderDocument,
    goods: lines,
    ...(validTo === null ? {} : { validTo }),
  };
};
