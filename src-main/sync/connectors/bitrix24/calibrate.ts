import type { JsonObject } from '#shared/domain/crm/json.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { instantOf, type CallFailure } from '../call-failure.ts';
import type { Calibration } from '../connector.ts';
import type { Bitrix } from './bitrix.ts';
import { UNCALIBRATED, filterStamp } from './stamps.ts';
import { mapOf, rowsIn, text } from './wire.ts';

const MINUTE_MS = 60_000;
const FORMATS = ['iso', 'wall', 'wallOfUser'] as const;

/**
 * Finds out how this portal wants times in filters and how far its stamps are from its clock (crm.md §1.6): answers carry
 * the employee's zone with the server's offset, and some portals ignore ISO dates. Reads only.
 */
export const calibrate = async (bitrix: Bitrix, signal: AbortSignal): Promise<Result<Calibration, CallFailure>> => {
  const profile = await bitrix.portal.call({ method: 'profile', params: {}, writes: false }, signal);
  if (!profile.ok) return profile;
  const entityTypeId = Number(bitrix.mapping.orderType);
  const newest = await bitrix.portal.call(
    {
      method: 'crm.item.list',
      params: {
        entityTypeId,
        order: { updatedTime: 'DESC' },
        select: ['id', 'createdTime', 'updatedTime', 'movedTime'],
        start: -1,
      },
      writes: false,
    },
    signal,
  );
  if (!newest.ok) return newest;
  const rows = rowsIn(newest.value.result, 'items');
  const offset = bitrix.portal.serverOffset();
  const now = bitrix.portal.serverNow() ?? bitrix.pace.now();
  const zone = text.parse(mapOf(profile.value.result)['TIME_ZONE']);
  const userShiftMinutes = zone === '' ? 0 : (offsetOfZone(zone, now) ?? offset) - offset;
  const proved = bitrix.observed.skewMinutes;
  const skew = proved === null ? skewOf(rows, now, userShiftMinutes) : { skewMinutes: proved, doubtMinutes: 0 };
  const draft: Calibration = {
    ...UNCALIBRATED,
    ...skew,
    serverOffset: offset,
    userShiftMinutes,
    checkedAt: instantOf(bitrix.pace.now()),
  };
  const [probe] = rows;
  const stamp = Date.parse(text.parse(probe?.['updatedTime']));
  if (probe === undefined || Number.isNaN(stamp)) return ok(draft);
  return tryFormats(bitrix, draft, { id: text.parse(probe['id']), at: stamp - skew.skewMinutes * MINUTE_MS }, signal);
};

/** Offsets of the world are whole quarters of an hour. */
const QUARTER = 15;

/** A record that we have just written carries the stamp of this very moment: its distance from the portal's clock is the skew. */
export const observeSkew = ({ portal, observed }: Bitrix, raw: JsonObject): void => {
  const [stamp, now] = [Date.parse(text.parse(raw['updatedTime'])), portal.serverNow()];
  if (Number.isNaN(stamp) || now === null) return;
  const minutes = (stamp - now) / MINUTE_MS;
  const rounded = Math.round(minutes / QUARTER) * QUARTER;
  if (Math.abs(minutes - rounded) < 2 && Math.abs(rounded) <= 14 * 60) observed.skewMinutes = rounded;
};

/** Minutes east of Greenwich of a zone at a moment; null for a name that is none. */
const offsetOfZone = (zone: string, ms: number): number | null => {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(ms);
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const match = /GMT(?:([+-])(\d{2}):(\d{2}))?/u.exec(name);
    if (match === null) return null;
    return (match[1] === '-' ? -1 : 1) * (Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0));
  } catch {
    // The portal named a zone that this computer does not know: stamps are checked without it.
    return null;
  }
};

/**
 * Proofs of a skew without a write: a row that never moved, whose `createdTime` is shifted into the employee's zone while
 * `movedTime` is not (visible in the documented answer of `crm.item.get`), or a stamp that lies in the future. Without
 * either the zone of the employee is only a guess, and windows are widened by it.
 */
const skewOf = (
  rows: readonly JsonObject[],
  now: number,
  userShift: number,
): Pick<Calibration, 'skewMinutes' | 'doubtMinutes'> => {
  if (userShift === 0) return { skewMinutes: 0, doubtMinutes: 0 };
  const isShifted = rows.some((row) => {
    const minutes = (Date.parse(text.parse(row['createdTime'])) - Date.parse(text.parse(row['movedTime']))) / MINUTE_MS;
    return Math.abs(minutes - userShift) < 0.1;
  });
  const newest = Date.parse(text.parse(rows[0]?.['updatedTime']));
  const isAhead = userShift > 0 && newest > now + MINUTE_MS;
  return isShifted || isAhead
    ? { skewMinutes: userShift, doubtMinutes: 0 }
    : { skewMinutes: 0, doubtMinutes: Math.abs(userShift) };
};

/** A way of writing is good when it finds the row from its own second on and no longer one second later. */
const tryFormats = async (
  bitrix: Bitrix,
  draft: Calibration,
  probe: { readonly id: string; readonly at: number },
  signal: AbortSignal,
): Promise<Result<Calibration, CallFailure>> => {
  const offset = draft.serverOffset;
  const commands = Object.fromEntries(
    FORMATS.flatMap((filterFormat) => {
      const own = { ...draft, filterFormat };
      const query = (operator: string, ms: number) => ({
        method: 'crm.item.list',
        params: {
          entityTypeId: Number(bitrix.mapping.orderType),
          filter: { id: probe.id, [`${operator}updatedTime`]: filterStamp(ms, own, offset) },
          select: ['id'],
          start: -1,
        },
      });
      return [
        [`${filterFormat}In`, query('>=', probe.at)],
        [`${filterFormat}Out`, query('>', probe.at + 1_000)],
      ];
    }),
  );
  const answer = await bitrix.portal.batch(commands, false, signal);
  if (!answer.ok) return answer;
  const found = (key: string): boolean | null => {
    const outcome = answer.value.get(key);
    return outcome === undefined || !outcome.ok ? null : rowsIn(outcome.value.result, 'items').length > 0;
  };
  const later = [...answer.value.values()].find((outcome) => !outcome.ok && outcome.error.state === 'later');
  if (later !== undefined && !later.ok) return err(later.error);
  const good = FORMATS.find((format) => found(`${format}In`) === true && found(`${format}Out`) === false);
  return ok({ ...draft, filterFormat: good ?? 'none' });
};
