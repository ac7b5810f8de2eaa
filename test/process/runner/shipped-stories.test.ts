import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { processScript } from '#shared/contract/process-script.ts';
import { playOnEmptyBase } from '#main/host/script-stage.ts';
import { definitionsOf } from '../shipped-definitions.ts';

const BUSINESSES = ['meat', 'souvenirs', 'catalogue', 'freight', 'furniture'] as const;

const play = (business: (typeof BUSINESSES)[number]) => {
  const file = new URL(`../../../templates/processes/stories/${business}.json`, import.meta.url);
  const script = processScript.parse(JSON.parse(readFileSync(file, 'utf8')));
  return playOnEmptyBase([...definitionsOf(business).values()], script, business, script.start ?? '');
};

describe('the story of a business, with all its definitions over a real base', () => {
  test.each(BUSINESSES)('%s ends in the stages, tasks, notifications and documents that it should', (business) => {
    const story = play(business);
    expect(story.problems).toEqual([]);
    expect(story.trace.length).toBeGreaterThan(30);
    expect(story.trace.map(({ at }) => at)).toEqual(story.trace.map(({ at }) => at).toSorted());
    // What people read has names in it, never ids or places left open.
    const texts = [...story.trace.map(({ text }) => text), ...story.notifications.map(({ text }) => text)];
    expect(texts.filter((text) => /[{}]|[\da-f]{8}-[\da-f]{4}/u.test(text))).toEqual([]);
  });

  test('freight gives a new client to whoever is at work, and writes down on what principle', () => {
    const { records, notifications } = play('freight');
    const distribution = records.find(({ record }) => record === 'freight-distribution#1');
    expect(distribution?.fields).toMatchObject({ employee: 'mila', principle: 'один на рабочем месте' });
    expect(notifications.some(({ to, text }) => to === 'head' && text.includes('Мила'))).toBe(true);
  });

  test('freight finds carriers of the direction in the directory, and concluded contracts without being told', () => {
    const { records } = play('freight');
    expect(records.find(({ record }) => record === 'freight-request#1')?.fields['fromBase']).toEqual(['ИП Иванов']);
    expect(records.find(({ record }) => record === 'freight-order#1')?.fields['contractsFound']).toBe(true);
    expect(records.some(({ process }) => process === 'freight-security')).toBe(false);
  });

  test('meat reminds of each week on its Thursday morning, once', () => {
    const reminders = play('meat').notifications.filter(({ text }) => text.startsWith('Пора начать'));
    expect(reminders.map(({ at, to, text }) => [at, to, text.slice(-8)])).toEqual([
      ['2026-11-05T09:00', 'cd', '2026-W46'],
      ['2026-11-12T09:00', 'cd', '2026-W47'],
    ]);
  });
});

const carrier = (title: string, fields: object = {}) => ({
  do: 'directory',
  type: 'carrier',
  title,
  fields: { directions: 'Тверь – Казань', mailing: 'on', mailContact: title, ...fields },
});

describe('registers of carriers', () => {
  test('offers of the same direction and past carriages are proposed, each carrier once', () => {
    const script = processScript.parse({
      people: [{ id: 'log', name: 'Логист', roles: ['logistician'] }],
      steps: [
        carrier('ИП Иванов'),
        carrier('ИП Чёрный', { isBlacklisted: true }),
        carrier('ИП Дальний', { directions: 'Чита – Якутск' }),
        carrier('ИП Тихий', { mailing: 'off' }),
        {
          do: 'directory',
          type: 'carrierOffer',
          title: 'ИП Петров',
          fields: { carrier: 'ИП Петров', directions: 'Тверь – Казань' },
        },
        {
          do: 'directory',
          type: 'carrierOffer',
          title: 'ИП Иванов',
          fields: { carrier: 'ИП Иванов', directions: 'Тверь – Казань' },
        },
        {
          do: 'start',
          process: 'freight-mailing',
          as: 'mailing',
          by: 'log',
          fields: { logistician: 'log', cargo: 'Кирпич', loadingPlace: 'Тверь', unloadingPlace: 'Казань' },
        },
        { do: 'move', record: 'mailing', to: 'sending', by: 'log' },
      ],
    });
    const { records, messages } = playOnEmptyBase(
      [...definitionsOf('freight').values()],
      script,
      'freight',
      '2026-11-09T10:00',
    );
    const found = records.find(({ record }) => record === 'mailing')?.fields['carriersList'];
    expect(found).toEqual(['ИП Тихий', 'ИП Иванов', 'ИП Петров']);
    expect(messages.length).toBeGreaterThan(0);
  });
});
