import { clockOf, dayOf, isLocalTime } from '#shared/domain/process/local-time.ts';
import type { FieldValue, ProcessState } from '#shared/domain/process/state.ts';
import { formatDate, parseIsoDate } from '#shared/kernel/date.ts';
import type { ProcessRecord } from '../../../ports/processes.ts';
import {
  isInPeriod,
  numberIn,
  roubles,
  statesOf,
  table,
  textIn,
  type Report,
  type ReportContext,
} from './report-context.ts';

const MOST_READ = 2_000;

/** Entries of a directory; a form that is being filled in keeps its fields in its process and is no entry. */
const entriesOf = ({ stores }: ReportContext, recordType: string): readonly ProcessRecord[] =>
  stores.processes.recordsOfType(recordType, MOST_READ).filter(({ fields }) => Object.keys(fields).length > 0);

const dayText = (value: FieldValue | undefined): string => {
  const parsed = parseIsoDate(textIn(value).slice(0, 10));
  return parsed.ok ? formatDate(parsed.value) : '';
};

const momentText = (value: FieldValue | undefined): string => {
  const text = textIn(value);
  return isLocalTime(text) ? `${formatDate(dayOf(text))} ${clockOf(text)}` : dayText(value);
};

/** Carriages that a carrier has finished, newest last. */
const carriedBy = (states: readonly ProcessState[], carrier: string): readonly ProcessState[] =>
  states.filter(({ stage, fields }) => stage === 'finished' && textIn(fields['carrier']) === carrier);

/** The base of carriers: where each goes and is now, whether the security let him, what he has carried for us (MOG-06, MOG-114, MOG-116). */
export const carriers: Report = (context) => {
  const carriages = statesOf(context, 'freight-order');
  const rows = entriesOf(context, 'carrier').map(({ title, fields }) => {
    const own = carriedBy(carriages, textIn(fields['carrier']) || title);
    return [
      title,
      textIn(fields['directions']),
      textIn(fields['location']),
      own.length,
      roubles(own.at(-1)?.fields['carrierRate']),
      textIn(fields['securityResult']),
      fields['isBlacklisted'] === true ? 'в чёрном списке' : textIn(fields['rating']),
    ];
  });
  return table(
    'База перевозчиков',
    [
      ['carrier', 'Перевозчик'],
      ['directions', 'Направления'],
      ['location', 'Где находится'],
      ['deals', 'Перевозок', 'number'],
      ['rate', 'Последняя ставка, ₽', 'number'],
      ['security', 'Проверка СБ'],
      ['rating', 'Оценка'],
    ],
    rows.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
};

/** Offers that carriers have made, newest first (MOG-115). */
export const carrierOffers: Report = (context) =>
  table(
    'Предложения перевозчиков',
    [
      ['carrier', 'Перевозчик'],
      ['directions', 'Направления'],
      ['rate', 'Ставка, ₽', 'number'],
      ['deferral', 'Отсрочка, дней', 'number'],
      ['vehicle', 'Автомобиль'],
      ['until', 'Действует до'],
      ['comment', 'Комментарий'],
    ],
    entriesOf(context, 'carrierOffer').map(({ title, fields }) => [
      textIn(fields['carrier']) || title,
      textIn(fields['directions']),
      roubles(fields['rate']),
      textIn(fields['deferral']),
      textIn(fields['vehicle']),
      dayText(fields['validUntil']),
      textIn(fields['comment']),
    ]),
  );

/** Calls on the way: how far the way is, where the lorry was, when it should arrive (MOG-101, MOG-109). */
export const checkCalls: Report = (context) => {
  const states = statesOf(context, 'freight-check-call').filter((state) => isInPeriod(context, state));
  return table(
    'Прозвоны перевозчиков',
    [
      ['order', 'Заявка'],
      ['driver', 'Водитель'],
      ['phone', 'Телефон'],
      ['distance', 'Км', 'number'],
      ['place', 'Где автомобиль'],
      ['arrival', 'Ждём'],
      ['said', 'Что сказали'],
      ['at', 'Когда'],
    ],
    states
      .toReversed()
      .map(({ instanceId, fields, stageSince }) => [
        context.stores.processes.instance(instanceId)?.title ?? '',
        textIn(fields['driver']),
        textIn(fields['driverPhone']),
        numberIn(fields['distance']) === 0 ? '' : numberIn(fields['distance']),
        textIn(fields['place']),
        momentText(fields['arrival']),
        textIn(fields['callText']),
        momentText(stageSince),
      ]),
  );
};
