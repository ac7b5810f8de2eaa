import { formatDecimal, parseDecimal, type Decimal } from '../../../../kernel/decimal.ts';
import { divideRounded } from '../../../../kernel/money.ts';
import { capitalize, joinPresent, NBSP } from '../../../../kernel/text.ts';
import { foreignTaxIdLabel } from '../../../requisites/foreign-tax-id.ts';
import { countryByCode } from '../../../units/countries.ts';
import { countInWords, placesInWords } from '../../../words/count-in-words.ts';
import type { Cargo } from '../../../order/order.ts';
import type { Party } from '../../../party/party.ts';

const decimalOf = (text: string): Decimal | null => {
  const parsed = parseDecimal(text);
  return parsed.ok ? parsed.value : null;
};

/** «Двадцать мест»; empty where nobody counted them. */
export const placesWords = (cargo: Cargo | undefined): string =>
  cargo === undefined || cargo.places === null ? '' : placesInWords(cargo.places);

/** Kilograms of the order → tonnes as the 1-Т prints them: «19,6»; empty when the mass is not known. */
export const tonnesText = (kilograms: string): string => {
  const mass = decimalOf(kilograms);
  return mass === null ? '' : formatDecimal({ units: mass.units, scale: mass.scale + 3 });
};

/** «Девятнадцать тонн шестьсот килограммов»: the 1-Т wants masses in words (documents.md §11.2). */
export const tonnesInWords = (kilograms: string): string => {
  const mass = decimalOf(kilograms);
  if (mass === null) return '';
  const whole = divideRounded(mass.units, 10n ** BigInt(mass.scale));
  const tonnes = Number(whole / 1000n);
  const rest = Number(whole % 1000n);
  return capitalize(
    joinPresent(
      [
        tonnes > 0 || rest === 0 ? countInWords(tonnes, 'f', 'тонна', 'тонны', 'тонн') : '',
        rest > 0 ? countInWords(rest, 'm', 'килограмм', 'килограмма', 'килограммов') : '',
      ],
      ' ',
    ),
  );
};

/** «UN 1203 БЕНЗИН МОТОРНЫЙ, 3, II, (D/E)» for each substance (п. 5.4.1 ДОПОГ); empty for an ordinary cargo. */
export const dangerousText = (cargo: Cargo): string =>
  (cargo.dangerous ?? [])
    .map(({ unNumber, name, hazardClass, packingGroup, tunnelCode }) =>
      joinPresent([`UN ${unNumber} ${name}`, hazardClass, packingGroup, tunnelCode]),
    )
    .join('; ');

/** «ООО «Ромашка», адрес, Беларусь»: boxes 1, 2 and 16 of a CMR. */
export const nameAddressCountry = (party: Party): string =>
  joinPresent([
    party.shortName || party.fullName,
    party.legalAddress,
    countryByCode(party.countryCode)?.name ?? '',
    party.inn ? `ИНН${NBSP}${party.inn}` : '',
    party.foreignTaxId ? `${foreignTaxIdLabel(party.countryCode)}${NBSP}${party.foreignTaxId}` : '',
  ]);
