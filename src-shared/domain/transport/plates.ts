const LOOK_ALIKES: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  E: 'Е',
  K: 'К',
  M: 'М',
  H: 'Н',
  O: 'О',
  P: 'Р',
  C: 'С',
  T: 'Т',
  Y: 'У',
  X: 'Х',
};

/** Upper case, no spaces, no «RUS», Latin look-alikes turned into Cyrillic (documents.md §13.2). */
export const normalisePlate = (text: string): string =>
  text
    .toUpperCase()
    .replaceAll(/[\s\u00A0\u202F]/gu, '')
    .replace(/(?:RUS|РУС)$/u, '')
    .replaceAll(/[ABEKMHOPCTYX]/gu, (letter) => LOOK_ALIKES[letter] ?? letter);

export type PlateKind = 'truck' | 'trailer' | 'special' | 'taxi';

const L = 'АВЕКМНОРСТУХ';

const RUSSIAN: Readonly<Record<PlateKind, RegExp>> = {
  truck: new RegExp(`^[${L}]\\d{3}[${L}]{2}\\d{2,3}$`, 'u'),
  trailer: new RegExp(`^[${L}]{2}\\d{4}\\d{2,3}$`, 'u'),
  special: new RegExp(`^\\d{4}[${L}]{2}\\d{2,3}$`, 'u'),
  taxi: new RegExp(`^[${L}]{2}\\d{3}\\d{2,3}$`, 'u'),
};

/** Russian plate of that kind; the kind is told by the vehicle's card, for taxi and trailer patterns overlap. */
export const isRussianPlate = (plate: string, kind: PlateKind): boolean => RUSSIAN[kind].test(normalisePlate(plate));

// Written in Latin or Cyrillic; after normalisation a letter is any of both.
const FOREIGN = {
  truck: [/^\p{Lu}{2}\d{4}-?\d$/u, /^\d{3}\p{Lu}{3}\d{2}$/u, /^\p{Lu}\d{3}\p{Lu}{3}$/u],
  trailer: [/^\p{Lu}\d{4}\p{Lu}-?\d$/u, /^\d{2}\p{Lu}{3}\d{2}$/u],
} as const;

/** Do we know this pattern for a truck: Russian, Belarusian or Kazakh? An unknown one is a warning only. */
export const isKnownTruckPlate = (plate: string): boolean =>
  isRussianPlate(plate, 'truck') ||
  isRussianPlate(plate, 'special') ||
  FOREIGN.truck.some((pattern) => pattern.test(normalisePlate(plate)));

/** The same for a trailer or semi-trailer. */
export const isKnownTrailerPlate = (plate: string): boolean =>
  isRussianPlate(plate, 'trailer') || FOREIGN.trailer.some((pattern) => pattern.test(normalisePlate(plate)));
