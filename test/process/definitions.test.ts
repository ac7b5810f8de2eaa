import { describe, expect, test } from 'vitest';
import { definitionSchema, type ProcessDefinition } from '#shared/domain/process/definition.ts';
import { checkDefinition } from '#shared/domain/process/check-definition.ts';
import { definitionsOf, shippedFiles } from './shipped-definitions.ts';

const FILES = shippedFiles();

/** How many requirements each case study has: ids run from 01 without gaps. */
const REQUIREMENTS: Readonly<Record<string, number>> = { TUR: 94, LUX: 60, MSK: 75, MOG: 160, PRD: 55 };

const isRequirement = (id: string): boolean => {
  const [seed = '', number = ''] = id.split('-');
  return /^\d{2,3}$/u.test(number) && Number(number) >= 1 && Number(number) <= (REQUIREMENTS[seed] ?? 0);
};

const actionsOf = ({ rules }: ProcessDefinition) => rules.flatMap((rule) => rule.do);

describe.each(FILES)('the definition $file', ({ file, json }) => {
  test('is well formed', () => {
    expect(definitionSchema.safeParse(json).error?.issues ?? []).toEqual([]);
  });

  test('has nothing for the checker to find, and the code of its file', () => {
    const definition = definitionSchema.parse(json);
    expect(checkDefinition(definition)).toEqual([]);
    expect(`${definition.code}.json`).toBe(file);
  });

  test('names requirements that exist, each once, and says on every working stage what to do', () => {
    const { requirements = [], stages } = definitionSchema.parse(json);
    expect(requirements.filter((id) => !isRequirement(id))).toEqual([]);
    expect(new Set(requirements).size).toBe(requirements.length);
    expect(requirements).not.toEqual([]);
    const silent = stages.filter(({ kind, guidance }) => kind !== 'success' && kind !== 'fail' && !guidance?.text);
    expect(silent.map(({ title }) => title)).toEqual([]);
  });
});

describe.each([...new Set(FILES.map(({ json }) => definitionSchema.parse(json).business))])(
  'the processes of the business %s',
  (business) => {
    const definitions = [...definitionsOf(business).values()];
    const codes = new Set(definitions.map(({ code }) => code));

    test('start only each other', () => {
      const wanted = definitions.flatMap((definition) =>
        actionsOf(definition).flatMap((action) => {
          if ('start' in action) return [action.start];
          if (!('create' in action)) return [];
          return [action.process, action.under?.process].filter((code) => code !== undefined);
        }),
      );
      expect(wanted.filter((code) => !codes.has(code))).toEqual([]);
    });

    test('send no event that nobody waits for', () => {
      const heard = new Set(
        definitions.flatMap(({ rules }) => rules.flatMap(({ on }) => ('event' in on ? [on.event] : []))),
      );
      const sent = definitions.flatMap((each) =>
        actionsOf(each).flatMap((action) => ('send' in action ? [action.send] : [])),
      );
      expect(sent.filter((event) => !heard.has(event))).toEqual([]);
    });
  },
);
