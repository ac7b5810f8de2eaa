import { counted } from '#shared/kernel/text.ts';

/** Words around the page of a document. */
export const previewTexts = {
  page: (title: string) => `Страница: ${title}`,
  values: 'Значения страницы: стрелки выбирают, F2 меняет',
  loading: 'Готовлю страницу',
  pages: 'Страницы как в PDF',
  pageCount: (count: number) => `В PDF ${counted(count, 'страница', 'страницы', 'страниц')}, файл передан в загрузки`,
  pagesDraft: 'Это черновик: точные страницы даёт Word или LibreOffice',
  pdfName: (title: string, number: string) => `${title} ${number}, проба.pdf`,
  sources: {
    crm: 'Из заказа, как пришло из CRM',
    directory: 'Из справочника: карточка или договор',
    computed: 'Посчитано программой',
    manual: 'Изменено вручную',
  },
  computedField: 'считается из других значений',
  noField: 'меняется в своей карточке',
} as const;
