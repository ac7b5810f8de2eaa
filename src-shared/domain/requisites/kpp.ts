/** КПП: four digits of the inspection, two digits or letters of the reason, three digits; there is no check digit. */
export const isKpp = (text: string): boolean => /^\d{4}[\dA-Z]{2}\d{3}$/u.test(text);
