import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { EPD_STATUSES } from '#shared/contract/closing.ts';

export type Epd = OutputOf<'closing.epd'>;
export type EpdStatus = (typeof EPD_STATUSES)[number];

export type EpdForm = Pick<
  Epd,
  'exception' | 'exceptionText' | 'etrnUid' | 'orderUid' | 'operator' | 'etrnStatus' | 'orderStatus'
>;

export const formOf = (epd: Epd): EpdForm => ({
  exception: epd.exception,
  exceptionText: epd.exceptionText,
  etrnUid: epd.etrnUid,
  orderUid: epd.orderUid,
  operator: epd.operator,
  etrnStatus: epd.etrnStatus,
  orderStatus: epd.orderStatus,
});

/** Only what was changed goes to the core. */
export const changesOf = (epd: Epd, form: EpdForm): Partial<Omit<InputOf<'closing.setEpd'>, 'commandId' | 'order'>> =>
  Object.fromEntries(Object.entries(form).filter(([key, value]) => value !== formOf(epd)[key as keyof EpdForm]));

export const statusOf = (value: string | null): EpdStatus => EPD_STATUSES.find((known) => known === value) ?? 'none';
