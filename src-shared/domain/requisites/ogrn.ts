const control = (text: string, length: number, modulus: bigint): boolean =>
  Number((BigInt(text.slice(0, length)) % modulus) % 10n) === Number(text.charAt(length));

/** ОГРН of an organisation, 13 digits (documents.md §13.1). */
export const isOgrn = (text: string): boolean => /^[1235]\d{12}$/u.test(text) && control(text, 12, 11n);

/** ОГРНИП of an entrepreneur, 15 digits. */
export const isOgrnip = (text: string): boolean => /^[34]\d{14}$/u.test(text) && control(text, 14, 13n);
