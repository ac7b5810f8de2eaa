import { fold } from './fold.ts';
import { readMentions, type Mention } from './mentions.ts';
import { tokenize } from './tokens.ts';

/** What a purpose of payment says, before anybody looks into the base. */
export type PurposeReading = {
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** «Частичная оплата», «предоплата 50%»: the sum is meant to be less than the invoice. */
  readonly isPartial: boolean;
  /** Share in per cent when named, «предоплата 30%». */
  readonly sharePercent: number | null;
  readonly isAdvance: boolean;
  readonly isRefund: boolean;
  /** The payer's bank kept something, or the payer says it did. */
  readonly isNetOfCommission: boolean;
};

const PARTIAL = /част(?:ичн|ь )|остат|доплат|(?:перв|втор|трет)[а-я]* (?:част|платеж|транш)|предоплат|аванс|рассрочк/u;
const ADVANCE = /аванс|предоплат|предварит/u;
const REFUND =
  /^[^\p{L}\d]*(?:оплата )?возврат(?!н)|возврат (?:денеж|средств|д\/с|дс |оплат|аванс|предоплат|излишн|ошибочн|сумм|переплат|част|по (?:счет|сч|договор|дог|пись|заявлен|претенз|акту)|за |от |товар|плат)|возвращ[а-я]+ (?:излишн|ошибочн|сумм|аванс|предоплат)/u;
const NET =
  /за (?:вычетом|минусом) комис|удерж[а-я]* комис|комисси[а-я]* (?:банка )?удерж|комисс[а-я]* за наш счет|без комиссии/u;
const SHARE = /(?<!ндс[ (]{0,3})(?<![\d.,])(\d{1,2}) ?%(?! ?ндс)/u;

export const readPurpose = (purpose: string): PurposeReading => {
  const text = fold(purpose).slice(0, 1000);
  const isPartial = PARTIAL.test(text);
  const share = isPartial ? SHARE.exec(text.replaceAll(/ндс[^а-я]{0,12}\d{1,2} ?%/gu, 'ндс'))?.[1] : undefined;
  return {
    text,
    mentions: readMentions(tokenize(text)),
    isPartial,
    sharePercent: share === undefined ? null : Number(share),
    isAdvance: ADVANCE.test(text),
    isRefund: REFUND.test(text),
    isNetOfCommission: NET.test(text),
  };
};
