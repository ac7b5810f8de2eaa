/** The smallest PNG, in the shape of docx-templates itself, which our renderer takes too. */
export const A_PICTURE = {
  data: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  extension: '.png',
  width: 3,
  height: 2.5,
  alt: 'Код для оплаты',
};
