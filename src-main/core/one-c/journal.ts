import { appError } from '#shared/contract/errors.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { PartyId } from '#shared/kernel/id.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { AppError } from '#shared/contract/errors.ts';
import type { ReadStores } from '../../ports/base.ts';
import type { OneCExport } from '../../ports/one-c.ts';
import { recordAudit } from '../audit.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { keptNames } from './export.ts';
import { changedRow, MOST_CHANGED } from './changed-row.ts';
import { organisationOf } from './period.ts';

type ExportRow = OutputOf<'exchange.accept'>;

const rowOf = (stores: ReadStores, made: OneCExport): ExportRow => {
  const { organisationId, dateFrom, dateTo, madeBy, acceptedBy, ...row } = made;
  const nameOf = (id: OneCExport['madeBy'] | null): string =>
    id === null ? '' : (stores.users.get(id)?.fullName ?? '');
  return {
    ...row,
    organisation: stores.parties.get(organisationId)?.shortName ?? '',
    from: dateFrom,
    to: dateTo,
    madeBy: nameOf(madeBy),
    acceptedBy: nameOf(acceptedBy),
  };
};

const chosenId = (stores: ReadStores, inn: string | undefined): Result<PartyId | null, AppError> => {
  if (inn === undefined) return ok(null);
  const organisation = organisationOf(stores, inn);
  return organisation.ok ? ok(organisation.value.party.id) : organisation;
};

export const listExports =
  (deps: CoreDeps): Handler<'exchange.exports'> =>
  (_context, { organisation, limit, offset }) => {
    const { read } = deps.base;
    const id = chosenId(read, organisation);
    if (!id.ok) return id;
    const { total, items } = read.oneC.list(id.value, { limit, offset });
    return ok({ total, items: items.map((made) => rowOf(read, made)) });
  };

/** «Изменено после выгрузки»: the next export carries the reissued ones; an annulled one a person marks in 1C. */
export const listChanged =
  (deps: CoreDeps): Handler<'exchange.changed'> =>
  (_context, { organisation }) => {
    const { read } = deps.base;
    const id = chosenId(read, organisation);
    if (!id.ok) return id;
    return ok({
      items: read.oneC.changed(id.value, MOST_CHANGED).map((row) => changedRow(row)),
    });
  };

export const acceptExport =
  (deps: CoreDeps): Handler<'exchange.accept'> =>
  (context, { exportId }) => {
    const made = deps.base.read.oneC.get(exportId);
    if (made === null) return err(appError('oneC.unknown', { id: exportId }));
    const actor = requireDefined(context.actor, 'the acting person');
    const row = context.commit((stores) => {
      if (made.acceptedAt === null) {
        stores.oneC.accept(exportId, deps.clock.now(), actor.user.id);
        recordAudit(deps, context, stores, {
          action: 'oneC.accepted',
          right: 'documents.issue',
          entity: 'export',
          entityId: exportId,
          before: null,
          after: { accepted: true },
        });
      }
      return rowOf(stores, requireDefined(stores.oneC.get(exportId), 'the accepted export'));
    });
    context.emit({ type: 'changed', entity: 'base', id: '' });
    return ok(row);
  };

const PIECE_BYTES = 4 * 1024 * 1024;

/** A piece of a kept file; the caller asks again from `next` until it is null. */
export const readExportFile =
  (deps: CoreDeps): Handler<'exchange.file'> =>
  async (_context, { exportId, part, offset }) => {
    const made = deps.base.read.oneC.get(exportId);
    if (made === null) return err(appError('oneC.unknown', { id: exportId }));
    const name = publicName(made.fileName, part);
    const piece = await deps.oneC.read(keptNames(exportId)[part], offset, PIECE_BYTES);
    if (piece === null) return err(appError('oneC.noFile', { file: name }));
    const end = offset + piece.bytes.length;
    return ok({ name, bytes: Buffer.from(piece.bytes).toString('base64'), next: end < piece.size ? end : null });
  };

const publicName = (fileName: string, part: 'message' | 'manifest' | 'workbook'): string => {
  if (part === 'message') return fileName;
  return fileName.replace(/\.xml$/u, part === 'manifest' ? '.manifest.json' : '.manifest.xlsx');
};
