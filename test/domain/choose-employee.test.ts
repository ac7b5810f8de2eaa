import { describe, expect, test } from 'vitest';
import { chooseEmployee, type Candidate } from '#shared/domain/process/choose-employee.ts';

const one = (id: string, given: Partial<Candidate> = {}): Candidate => ({
  id,
  state: 'working',
  inWork: 2,
  today: 2,
  month: 9,
  lastAt: '2026-11-20T10:00',
  ...given,
});

describe('who takes the next request', () => {
  test.each([
    ['in work', { inWork: 1 }, 'меньше всех в работе'],
    ['received today', { today: 1 }, 'меньше всех получил сегодня'],
    ['received this month', { month: 8 }, 'меньше всех получил за месяц'],
    ['the last one', { lastAt: '2026-11-20T09:00' }, 'дольше всех ждёт'],
  ])(
    'is the one with the least in work, then today, then this month, then who waits longest: %s',
    (_what, given, principle) => {
      expect(chooseEmployee([one('anna'), one('boris', given)], null)).toEqual({ id: 'boris', principle });
    },
  );

  test('is not somebody on a break, unless the client is his', () => {
    const people = [one('anna', { inWork: 9 }), one('boris', { state: 'break', inWork: 0 })];
    expect(chooseEmployee(people, null)?.id).toBe('anna');
    expect(chooseEmployee(people, 'boris')).toEqual({ id: 'boris', principle: 'клиент закреплён за сотрудником' });
  });

  test('is nobody who has not begun his day', () => {
    const people = [one('anna', { state: 'off' }), one('boris', { state: 'off' })];
    expect(chooseEmployee(people, 'anna')).toBeNull();
    expect(chooseEmployee([...people, one('vera', { inWork: 99 })], 'anna')?.id).toBe('vera');
  });
});
