import { postalAddressOf } from '#shared/domain/papers/closing-register-view.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { formatDate } from '#shared/kernel/date.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import { counted, NBSP } from '#shared/kernel/text.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { AppError } from '#shared/contract/errors.ts';
import type { DocumentSummary } from '../../ports/base.ts';
import type { LabelCard } from '../../ports/paper-files.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { codeOf } from '../packs/paper-codes.ts';
import { findPaper } from '../signing/move-paper.ts';
import { findEnvelope } from './envelope-view.ts';

/** A card of one document with the code that the reception reads. */
export const codeCard = ({ base }: Pick<CoreDeps, 'base'>, document: DocumentSummary): LabelCard => {
  const code = codeOf(base.read, document.id);
  const sum = document.sum === 0n ? '' : `${formatMoney(document.sum)}${NBSP}₽`;
  return {
    lines: [
      `${titleOf(document.kind)} № ${document.number} от ${formatDate(document.date)}`,
      document.partyName,
      [document.orderNumber === '' ? '' : `заказ № ${document.orderNumber}`, sum].filter(Boolean).join(' · '),
    ].filter((line) => line !== ''),
    code,
    caption: code,
  };
};

/** The sheet of bar codes that goes with the papers: whoever returns them puts a code beside each. */
export const codesSheet =
  (deps: CoreDeps): Handler<'sending.codes'> =>
  async (_context, { documents }) => {
    const found: DocumentSummary[] = [];
    for (const id of new Set(documents)) {
      const document: Result<DocumentSummary, AppError> = findPaper(deps.base.read, id);
      if (!document.ok) return document;
      found.push(document.value);
    }
    const bytes = await deps.papers.labelSheet(
      'Штрихкоды документов: приложите к подписанным экземплярам',
      found.map((document) => codeCard(deps, document)),
    );
    const name = `Штрихкоды ${formatDate(deps.clock.today())}.docx`;
    return ok({ name, bytes: Buffer.from(bytes).toString('base64') });
  };

/** Address labels of envelopes. */
export const labelsSheet =
  (deps: CoreDeps): Handler<'sending.labels'> =>
  async (_context, { ids }) => {
    const { read } = deps.base;
    const cards: LabelCard[] = [];
    for (const id of new Set(ids)) {
      const envelope = findEnvelope(read, id);
      if (!envelope.ok) return envelope;
      const { organisationId, partyId, track, documents } = envelope.value;
      const party = requireDefined(read.parties.get(partyId), 'the addressee of an envelope');
      const ours = requireDefined(read.parties.get(organisationId), 'the sender of an envelope');
      cards.push({
        lines: [
          `Кому: ${party.shortName || party.fullName}`,
          `Куда: ${postalAddressOf(party) || '—'}`,
          `От кого: ${ours.shortName || ours.fullName}`,
          `Откуда: ${postalAddressOf(ours) || '—'}`,
          `Внутри ${counted(documents.length, 'документ', 'документа', 'документов')}`,
        ],
        code: track,
        caption: track === '' ? '' : `ШПИ ${track}`,
      });
    }
    const bytes = await deps.papers.labelSheet('Наклейки на конверты', cards);
    return ok({
      name: `Наклейки ${formatDate(deps.clock.today())}.docx`,
      bytes: Buffer.from(bytes).toString('base64'),
    });
  };
