import * as fc from 'fast-check';

type Nothing = { readonly nothing?: never };
type Place = { readonly place: number };
type Which = { readonly which: number };

/** What people, clocks, the bank, partners, the CRM and the power supply may do next; which task is meant is drawn too. */
type Known = {
  close: Which & { readonly result: string | null };
  forward: Nothing;
  refuse: Nothing;
  reopen: Nothing;
  outside: Place;
  field: { readonly field: { readonly code: string; readonly value: string | number | boolean | null } };
  lines: { readonly count: number };
  partner: { readonly stage: string };
  offer: Place;
  kid: Which;
  withdraw: Which;
  byHand: Nothing;
  wait: { readonly minutes: number };
  restart: Nothing;
  migrate: { readonly left: number };
  away: { readonly who: number; readonly days: number };
  delegate: Which & { readonly who: number };
};
export type Deed = { [Name in keyof Known]: { readonly deed: Name } & Known[Name] }[keyof Known];

const deed = <Name extends keyof Known>(
  name: Name,
  rest: fc.Arbitrary<Known[Name]>,
): fc.Arbitrary<{ readonly deed: Name } & Known[Name]> => rest.map((drawn) => ({ deed: name, ...drawn }));

const nothing = fc.constant({});

const field = fc.oneof(
  fc.record({ code: fc.constant('paid'), value: fc.constantFrom(null, 50, 100, 200, 400) }),
  fc.record({ code: fc.constant('isMarked'), value: fc.constantFrom(null, true, false) }),
  fc.record({ code: fc.constant('distance'), value: fc.constantFrom(null, 100, 900) }),
  fc.record({ code: fc.constant('shipDate'), value: fc.constantFrom(null, '2026-10-20', '2026-11-03', '2026-11-05') }),
  fc.record({ code: fc.constant('note'), value: fc.constantFrom(null, 'срочно') }),
);

/** Any of it, in any order. */
export const deeds: fc.Arbitrary<Deed[]> = fc.array<Deed>(
  fc.oneof(
    {
      weight: 9,
      arbitrary: deed(
        'close',
        fc.record({ which: fc.nat(9), result: fc.constantFrom('ok', 'ok', 'changes', 'back', null) }),
      ),
    },
    { weight: 2, arbitrary: deed('forward', nothing) },
    { weight: 1, arbitrary: deed('refuse', nothing) },
    { weight: 1, arbitrary: deed('reopen', nothing) },
    { weight: 1, arbitrary: deed('outside', fc.record({ place: fc.nat(3) })) },
    { weight: 3, arbitrary: deed('field', fc.record({ field })) },
    { weight: 2, arbitrary: deed('lines', fc.record({ count: fc.integer({ min: 0, max: 3 }) })) },
    { weight: 1, arbitrary: deed('partner', fc.record({ stage: fc.constantFrom('ready', 'busy') })) },
    { weight: 1, arbitrary: deed('offer', fc.record({ place: fc.nat(3) })) },
    { weight: 2, arbitrary: deed('kid', fc.record({ which: fc.nat(9) })) },
    { weight: 1, arbitrary: deed('withdraw', fc.record({ which: fc.nat(9) })) },
    { weight: 1, arbitrary: deed('byHand', nothing) },
    // A clock may be put back too: the power came back, the battery did not.
    { weight: 3, arbitrary: deed('wait', fc.record({ minutes: fc.constantFrom(1, 50, 61, 700, 1_440, 6_000, -90) })) },
    { weight: 1, arbitrary: deed('restart', nothing) },
    { weight: 1, arbitrary: deed('migrate', fc.record({ left: fc.integer({ min: 1, max: 4 }) })) },
    { weight: 1, arbitrary: deed('away', fc.record({ who: fc.nat(2), days: fc.integer({ min: 1, max: 9 }) })) },
    { weight: 1, arbitrary: deed('delegate', fc.record({ which: fc.nat(9), who: fc.nat(2) })) },
  ),
  { maxLength: 40 },
);
