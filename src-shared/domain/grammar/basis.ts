import { formatDate } from '../../kernel/date.ts';
import { NBSP } from '../../kernel/text.ts';
import type { Party, Signatory } from '../party/party.ts';

const numbered = (words: string, signatory: Signatory): string => {
  const number = signatory.basisNumber.trim() ? ` №${NBSP}${signatory.basisNumber.trim()}` : '';
  const date = signatory.basisDate ? ` от ${formatDate(signatory.basisDate)}` : '';
  return `${words}${number}${date}`;
};

const egripRecord = (party: Party): string => {
  const ogrnip = party.ogrn ? `, ОГРНИП${NBSP}${party.ogrn}` : '';
  const date = party.ogrnDate ? ` от ${formatDate(party.ogrnDate)}` : '';
  return `записи в ЕГРИП${ogrnip}${date}`;
};

/** Words after «на основании»: «Устава», «доверенности № 5 от 01.02.2026» (documents.md §3.2). The typed form wins. */
export const basisGenitive = (signatory: Signatory, party: Party): string => {
  const typed = signatory.overrides.basisGen?.trim();
  if (typed) return typed;
  switch (signatory.basisType) {
    case 'charter':
      return 'Устава';
    case 'powerOfAttorney':
      return numbered('доверенности', signatory);
    case 'electronicPoa':
      return numbered('машиночитаемой доверенности', signatory);
    case 'egrip':
      return egripRecord(party);
    case 'order':
      return numbered('приказа', signatory);
    case 'other':
      return numbered('документа', signatory);
  }
};
