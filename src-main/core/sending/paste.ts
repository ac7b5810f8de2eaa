import type { OutputOf } from '#shared/contract/index.ts';
import { readPasted, type PastedLine } from '#shared/domain/post/paste-tracks.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok } from '#shared/kernel/result.ts';
import type { WriteStores } from '../../ports/base.ts';
import type { Envelope } from '../../ports/sending.ts';
import type { CallContext, CoreDeps, Handler } from '../deps.ts';
import { moveEnvelope, saveTrack, stateFault } from './envelopes.ts';

type Item = OutputOf<'sending.paste'>['items'][number];

/** More envelopes than go out at once. */
const MOST_PREPARED = 1000;

const problem = (line: PastedLine, message: string): Problem => ({
  code: 'post.line',
  message,
  where: `строка ${line.line}`,
  data: { line: line.line, text: line.text },
});

const plainName = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/**
 * A column out of the post office's file: numbers find their envelopes by themselves, else by the addressee's name, else
 * by the order of the prepared ones; states and dates are put where the line has them. What fits nowhere is told.
 */
export const pasteTracks =
  (deps: CoreDeps): Handler<'sending.paste'> =>
  (context, { text }) => {
    const lines = readPasted(text);
    const items: Item[] = [];
    const problems: Problem[] = [];
    const answer = context.commit((stores) => {
      const prepared = stores.sending
        .envelopes({ state: 'prepared' }, { limit: MOST_PREPARED, offset: 0 })
        .items.filter(({ track, way }) => track === '' && way === 'post')
        .toReversed();
      for (const line of lines) {
        if (line.track === null) {
          problems.push(
            problem(line, line.fault === '' ? 'В строке нет номера отправления' : `Номер не принят: ${line.fault}`),
          );
          continue;
        }
        const found = envelopeFor(deps, stores, line, line.track, prepared);
        if (found === null) {
          problems.push(problem(line, `Для номера ${line.track} нет конверта без номера`));
          continue;
        }
        items.push(apply(deps, context, stores, line, line.track, found));
      }
      return { applied: items.length, items, problems };
    });
    return ok(answer);
  };

/** The envelope of the number, or the next one without a number; that one is taken out of the list. */
const envelopeFor = (
  { base }: CoreDeps,
  stores: WriteStores,
  { rest }: PastedLine,
  track: string,
  prepared: Envelope[],
): Envelope | null => {
  const known = stores.sending.envelopeByTrack(track);
  if (known !== null) return known;
  const wanted = plainName(rest);
  const isNamed = ({ partyId }: Envelope): boolean => {
    const name = plainName(base.read.parties.get(partyId)?.shortName ?? '');
    return name !== '' && (wanted.includes(name) || name.includes(wanted));
  };
  const at = wanted === '' ? 0 : prepared.findIndex(isNamed);
  return at < 0 ? null : (prepared.splice(at, 1)[0] ?? null);
};

const DONE_WORDS = { sent: 'отправлен', delivered: 'вручён', cameBack: 'вернулся' } as const;

const apply = (
  deps: CoreDeps,
  context: CallContext,
  stores: WriteStores,
  { line, text, state, on }: PastedLine,
  track: string,
  found: Envelope,
): Item => {
  const done: string[] = [];
  let envelope = found;
  if (envelope.track !== track) {
    envelope = saveTrack(deps, context, stores, envelope, track);
    done.push('номер записан');
  }
  if (state !== null && stateFault(envelope, state) === '') {
    moveEnvelope(deps, context, stores, envelope, state, on ?? deps.clock.today());
    done.push(DONE_WORDS[state]);
  }
  const counterparty = stores.parties.get(envelope.partyId)?.shortName ?? '';
  return { line, text, envelopeId: envelope.id, counterparty, done: done.join(', ') || 'без изменений' };
};
