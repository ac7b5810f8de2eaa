import { describe, expect, test } from 'vitest';
import { fillText, withOptional } from '#shared/domain/process/targets.ts';

const TEXT = 'Отгружаем {date}.[ Адрес: {address}.][ {company}, номер {track}.]';

describe('a text of a rule', () => {
  test('says every part whose fields are filled', () => {
    expect(fillText(TEXT, { date: '23.11.2026', address: 'Тверь', company: 'ТК', track: '7' }, null)).toBe(
      'Отгружаем 23.11.2026. Адрес: Тверь. ТК, номер 7.',
    );
  });

  test.each([
    [{ date: '23.11.2026' }, 'Отгружаем 23.11.2026.'],
    [{ date: '23.11.2026', address: ' ', company: 'ТК' }, 'Отгружаем 23.11.2026.'],
    [{ date: '23.11.2026', address: null, company: 'ТК', track: '7' }, 'Отгружаем 23.11.2026. ТК, номер 7.'],
  ])('leaves out a part that an empty field stands in: %j', (fields, said) => {
    expect(fillText(TEXT, fields, null)).toBe(said);
  });

  test('has no double spaces where a field is empty, and keeps brackets that name no field', () => {
    expect(fillText('Заказ {number} от {date} [срочно]', { date: 'вчера' }, null)).toBe('Заказ от вчера [срочно]');
  });

  test('shows all of its parts to whoever reads the rule', () => {
    expect(withOptional(TEXT)).toBe('Отгружаем {date}. Адрес: {address}. {company}, номер {track}.');
  });
});
