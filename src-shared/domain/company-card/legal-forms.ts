import type { Gender } from '../party/party.ts';

/** A legal form in words and in short; the gender is of the form's main word («именуемое», «именуемая»). */
export type LegalForm = { readonly full: string; readonly short: string; readonly gender: Gender };

const form = (short: string, full: string, gender: Gender): LegalForm => ({ short, full, gender });

/** The longer names stand before those they begin with. */
const LEGAL_FORMS: readonly LegalForm[] = [
  form('ПАО', 'Публичное акционерное общество', 'n'),
  form('НПАО', 'Непубличное акционерное общество', 'n'),
  form('ЗАО', 'Закрытое акционерное общество', 'n'),
  form('ОАО', 'Открытое акционерное общество', 'n'),
  form('АО', 'Акционерное общество', 'n'),
  form('ООО', 'Общество с ограниченной ответственностью', 'n'),
  form('ОДО', 'Общество с дополнительной ответственностью', 'n'),
  form('ТОО', 'Товарищество с ограниченной ответственностью', 'n'),
  form('ЧТУП', 'Частное торговое унитарное предприятие', 'n'),
  form('ФГУП', 'Федеральное государственное унитарное предприятие', 'n'),
  form('ГУП', 'Государственное унитарное предприятие', 'n'),
  form('МУП', 'Муниципальное унитарное предприятие', 'n'),
  form('ФГБОУ ВО', 'Федеральное государственное бюджетное образовательное учреждение высшего образования', 'n'),
  form('ФГБУ', 'Федеральное государственное бюджетное учреждение', 'n'),
  form('ФГАУ', 'Федеральное государственное автономное учреждение', 'n'),
  form('ФКУ', 'Федеральное казенное учреждение', 'n'),
  form('ГБУ', 'Государственное бюджетное учреждение', 'n'),
  form('ГАУ', 'Государственное автономное учреждение', 'n'),
  form('ГКУ', 'Государственное казенное учреждение', 'n'),
  form('МБУ', 'Муниципальное бюджетное учреждение', 'n'),
  form('МАУ', 'Муниципальное автономное учреждение', 'n'),
  form('МКУ', 'Муниципальное казенное учреждение', 'n'),
  form('АНО', 'Автономная некоммерческая организация', 'f'),
  form('НКО', 'Некоммерческая организация', 'f'),
  form('НП', 'Некоммерческое партнерство', 'n'),
  form('СПК', 'Сельскохозяйственный производственный кооператив', 'm'),
  form('ПК', 'Производственный кооператив', 'm'),
  form('ТСЖ', 'Товарищество собственников жилья', 'n'),
  form('ТСН', 'Товарищество собственников недвижимости', 'n'),
  form('ИП', 'Индивидуальный предприниматель', 'm'),
];

const escape = (text: string): string => text.toLowerCase().replaceAll('е', '[её]').replace(/\s+/gu, '\\s+');

/** «ООО» is often typed with Latin letters only: a word without a Cyrillic letter is not folded elsewhere. */
const shortPattern = (short: string): string =>
  Array.from(
    short.toLowerCase(),
    (letter) =>
      ({
        о: '[оo]',
        а: '[аa]',
        е: '[еe]',
        р: '[рp]',
        с: '[сc]',
        к: '[кk]',
        т: '[тt]',
        н: '[нh]',
        м: '[мm]',
        в: '[вb]',
      })[letter] ?? letter,
  )
    .join('')
    .replace(' ', '\\s');

const PATTERNS = LEGAL_FORMS.map((one) => ({
  form: one,
  full: new RegExp(`(?<![\\p{L}])${escape(one.full)}(?![\\p{L}])`, 'iu'),
  short: new RegExp(`(?<![\\p{L}\\d])${shortPattern(one.short)}(?![\\p{L}])`, 'iu'),
}));

export type FoundForm = {
  readonly form: LegalForm;
  readonly start: number;
  readonly end: number;
  readonly isFull: boolean;
};

/** The first legal form that a text names; in words wins over in short at the same place. */
export const findLegalForm = (text: string): FoundForm | null => {
  let best: FoundForm | null = null;
  for (const { form: one, full, short } of PATTERNS) {
    for (const [pattern, isFull] of [
      [full, true],
      [short, false],
    ] as const) {
      const match = pattern.exec(text);
      // Short forms in lower case are ordinary syllables, so they must be capitals.
      if (match === null || (!isFull && match[0] !== match[0].toUpperCase())) continue;
      const here = { form: one, start: match.index, end: match.index + match[0].length, isFull };
      if (best === null || here.start < best.start || (here.start === best.start && here.end > best.end)) best = here;
    }
  }
  return best;
};
