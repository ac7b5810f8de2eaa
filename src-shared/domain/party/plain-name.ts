import type { Party } from './party.ts';

const FORMS =
  /(?<!\p{L})(?:общество с ограниченной ответственностью|(?:публичное |непубличное )?акционерное общество|индивидуальный предприниматель|ооо|оао|зао|пао|нао|ао|ип|ано)(?!\p{L})/gu;

/**
 * A name as the ear takes it: «ООО «Вектор-Плюс»» and «АО Вектор Плюс» are both «вектор плюс». Two cards that share it
 * are easily mistaken for one another.
 */
export const plainName = ({ shortName, fullName }: Pick<Party, 'shortName' | 'fullName'>): string =>
  (shortName.trim() || fullName)
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(FORMS, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
