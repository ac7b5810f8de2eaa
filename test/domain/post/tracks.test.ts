import { describe, expect, test } from 'vitest';
import { readPasted } from '#shared/domain/post/paste-tracks.ts';
import { parseTrack } from '#shared/domain/post/track-number.ts';

describe('the number of a postal item', () => {
  test.each(['30000099000012', '30000099000029', '3000 0099 0000 12', 'RA123456785RU'])('%s holds', (text) => {
    expect(parseTrack(text).ok).toBe(true);
  });

  test('a wrong check digit is refused, whichever it is', () => {
    const right = Array.from({ length: 10 }, (_, digit) => `3000009900001${digit}`).filter(
      (text) => parseTrack(text).ok,
    );
    expect(right).toEqual(['30000099000012']);
    expect(parseTrack('30000099000013')).toEqual({ ok: false, error: 'контрольная цифра не сходится' });
    expect(parseTrack('RA123456786RU').ok).toBe(false);
  });

  test.each(['', '123', '3000009900001', 'номер'])('«%s» is no number', (text) => {
    expect(parseTrack(text)).toEqual({ ok: false, error: 'нужно 14 цифр или номер вида RA123456789RU' });
  });
});

test('a pasted column gives numbers, states, days and names line by line', () => {
  const text =
    'Адресат\tШПИ\nООО «Ромашка»\t30000099000012\n\n30000099000029;Вручено;21.11.2026\n30000099000013\tпринято в отделении\n30000099000012\tНе вручено, возврат\t2026-11-22';
  expect(
    readPasted(text).map(({ line, track, fault, state, on, rest }) => [line, track, fault, state, on, rest]),
  ).toEqual([
    [1, null, '', null, null, 'Адресат ШПИ'],
    [2, '30000099000012', '', null, null, 'ООО «Ромашка»'],
    [4, '30000099000029', '', 'delivered', '2026-11-21', ''],
    [5, null, 'контрольная цифра не сходится', 'sent', null, ''],
    [6, '30000099000012', '', 'cameBack', '2026-11-22', ''],
  ]);
});
