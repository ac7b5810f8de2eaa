import { composeEntry } from '#main/sync/make-connector.ts';
import type { FakeBitrix24Options } from '#test/fakes/bitrix24/contract.ts';
import type { FakeMoySkladOptions } from '#test/fakes/moysklad/contract.ts';
import { anAccount, aPortal, paceOf } from '#test/sync/clients/fake-line.ts';
import { anOffice, connectTo, type OfficeOptions } from './office.ts';

/** An office over a fake Битрикс24 in the same process: the real connector, one virtual clock for both sides. */
export const anOfficeWithPortal = async (options: FakeBitrix24Options = {}, hold: Omit<OfficeOptions, 'time'> = {}) => {
  const { clock, fake, connector, lines, sentAt } = aPortal(options);
  const office = await anOffice({ time: timeOf(clock.nowMs), ...hold });
  const connected = connectTo(office, { connector, compose: composeEntry, pace: paceOf(clock) });
  return { ...office, ...connected, officeClock: office.clock, clock, fake, lines, sentAt, connector };
};

/** The same over a fake МойСклад. */
export const anOfficeWithStore = async (options: FakeMoySkladOptions = {}, hold: Omit<OfficeOptions, 'time'> = {}) => {
  const { clock, fake, connector, lines, sentAt } = anAccount(options);
  const office = await anOffice({ time: timeOf(clock.nowMs), ...hold });
  const connected = connectTo(office, { connector, compose: composeEntry, pace: paceOf(clock) });
  return { ...office, ...connected, officeClock: office.clock, clock, fake, lines, sentAt, connector };
};

const timeOf = (now: () => number): { ms: number } => ({
  get ms() {
    return now();
  },
  set ms(_ms: number) {
    throw new Error('the clock of the simulation moves by itself');
  },
});
