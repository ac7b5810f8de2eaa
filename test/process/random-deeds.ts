import * as fc from 'fast-check';

const deed = <Name extends string, Rest extends object>(
  name: Name,
  rest: { [Key in keyof Rest]: fc.Arbitrary<Rest[Key]> },
) => fc.record({ deed: fc.constant(name), ...rest });

const field = fc.oneof(
  fc.record({ code: fc.constant('paid'), value: fc.constantFrom(null, 50, 100, 200, 400) }),
  fc.record({ code: fc.constant('isMarked'), value: fc.constantFrom(null, true, false) }),
  fc.record({ code: fc.constant('distance'), value: fc.constantFrom(null, 100, 900) }),
  fc.record({ code: fc.constant('shipDate'), value: fc.constantFrom(null, '2026-10-20', '2026-11-03', '2026-11-05') }),
  fc.record({ code: fc.constant('note'), value: fc.constantFrom(null, 'срочно') }),
);

/** What people, clocks, the bank, partners, the CRM and the power supply may do next; which task is meant is drawn too. */
export const deeds = fc.array(
  fc.oneof(
    {
      weight: 9,
      arbitrary: deed('close', { which: fc.nat(9), result: fc.constantFrom('ok', 'ok', 'changes', 'back', null) }),
    },
    { weight: 2, arbitrary: deed('forward', {}) },
    { weight: 1, arbitrary: deed('refuse', {}) },
    { weight: 1, arbitrary: deed('reopen', {}) },
    { weight: 1, arbitrary: deed('outside', { place: fc.nat(3) }) },
    { weight: 3, arbitrary: deed('field', { field }) },
    { weight: 2, arbitrary: deed('lines', { count: fc.integer({ min: 0, max: 3 }) }) },
    { weight: 1, arbitrary: deed('partner', { stage: fc.constantFrom('ready', 'busy') }) },
    { weight: 1, arbitrary: deed('offer', { place: fc.nat(3) }) },
    { weight: 2, arbitrary: deed('kid', { which: fc.nat(9) }) },
    { weight: 1, arbitrary: deed('withdraw', { which: fc.nat(9) }) },
    { weight: 1, arbitrary: deed('byHand', {}) },
    // A clock may be put back too: the power came back, the battery did not.
    { weight: 3, arbitrary: deed('wait', { minutes: fc.constantFrom(1, 50, 61, 700, 1_440, 6_000, -90) }) },
    { weight: 1, arbitrary: deed('restart', {}) },
    { weight: 1, arbitrary: deed('migrate', { left: fc.integer({ min: 1, max: 4 }) }) },
    { weight: 1, arbitrary: deed('away', { who: fc.nat(2), days: fc.integer({ min: 1, max: 9 }) }) },
    { weight: 1, arbitrary: deed('delegate', { which: fc.nat(9), who: fc.nat(2) }) },
  ),
  { maxLength: 40 },
);

export type Deed = typeof deeds extends fc.Arbitrary<infer Drawn extends readonly unknown[]> ? Drawn[number] : never;
