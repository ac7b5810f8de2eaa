import { appError, type AppError } from '#shared/contract/errors.ts';
import { ORDER_KINDS, type DocumentKind, type OrderKind } from '#shared/domain/document/document.ts';
import type { IsoDate } from '#shared/kernel/date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { composeCase, type PackCase } from './read-case.ts';

const isKind = (text: string): text is OrderKind => ORDER_KINDS.some((kind) => kind === text);

/** The kinds a person asked for, or what the rules put into this pack. */
export const chooseKinds = (
  pack: PackCase,
  asked: readonly string[] | undefined,
  date: IsoDate,
): Result<DocumentKind[], AppError> => {
  if (asked === undefined) {
    const composed = composeCase(pack, date).map(({ kind }) => kind);
    return composed.length > 0 ? ok(composed) : err(appError('pack.empty', { order: pack.order.number }));
  }
  if (asked.length === 0) return err(appError('pack.empty', { order: pack.order.number }));
  const stranger = asked.find((text) => !isKind(text));
  if (stranger !== undefined)
    return err(appError('pack.unknownKind', { kind: stranger, known: ORDER_KINDS.join(', ') }));
  return ok([...new Set(asked.filter(isKind))]);
};
