/** Sentences about what the process of an order must know before its papers are made. */
export const TERMS_TEXTS = {
  'terms.deadlineMissing': () =>
    'Срок изготовления не указан: в цехе его впишут от руки. Заполните «Крайний срок выполнения заказа» на стадии заказа',
};
