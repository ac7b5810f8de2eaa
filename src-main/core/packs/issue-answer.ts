import { appError, type AppError } from '#shared/contract/errors.ts';
import type { DocumentKind, IssuedDocument } from '#shared/domain/document/document.ts';
import type { Finding } from '#shared/domain/document/preflight.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { moneyToDecimal } from '#shared/kernel/money.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Overridden } from './override.ts';
import type { Copies } from './write-copies.ts';

const problemOf = (finding: Finding): Problem => ({
  code: finding.code,
  message: finding.message,
  where: `${titleOf(finding.kind)}: ${finding.field}`,
  data: { ...finding.data, rule: finding.rule, severity: finding.severity, kind: finding.kind, field: finding.field },
});

/** The findings of an issued pack; what a person let pass is told, and no longer stands in the way. */
export const problemsOf = (findings: readonly Finding[], overridden: readonly Overridden[]): readonly Problem[] =>
  findings.map((finding) => {
    const pass = overridden.find(({ rule, text }) => rule === finding.rule && text === finding.message);
    const problem = problemOf(finding);
    return pass ? { ...problem, data: { ...problem.data, severity: 'warn', overridden: pass.reason } } : problem;
  });

export const packBlocked = (kinds: readonly DocumentKind[], findings: readonly Finding[]): AppError =>
  appError('pack.blocked', {
    kinds: kinds.map(titleOf).join(', '),
    count: findings.length,
    findings: findings.map(problemOf),
  });

/** «Счет № 5»: how a document is named in sentences. */
export const nameOf = ({ kind, number }: Pick<IssuedDocument, 'kind' | 'number'>): string =>
  `${titleOf(kind)} № ${number}`;

const wayOut = ({ numberClass, id }: IssuedDocument): string =>
  numberClass === 'factura'
    ? `К нему составляют исправление: в карточке заказа или командой documents reissue ${id}.`
    : `Перевыпустите его под тем же номером: в карточке заказа или командой documents reissue ${id}.`;

export const staleProblem = (document: IssuedDocument): Problem => ({
  code: 'document.stale',
  message: `Заказ изменился после выпуска: ${nameOf(document)} остался прежним. Номер и дата сохранены, файл не тронут. ${wayOut(document)}`,
  where: nameOf(document),
  data: { kind: document.kind, severity: 'warn', document: document.id },
});

export const issuedView = (document: IssuedDocument, already: boolean, paths: Copies['paths']) => ({
  id: document.id,
  kind: document.kind,
  title: titleOf(document.kind),
  number: document.number,
  date: document.date,
  sum: moneyToDecimal(document.sum),
  vat: moneyToDecimal(document.vat),
  already,
  files: document.files.map(({ format, name, isDraft }) => ({ format, name, isDraft, path: paths.get(format) ?? '' })),
});
