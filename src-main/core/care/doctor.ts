import { DOCUMENT_KINDS } from '#shared/domain/document/document.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import type { Party } from '#shared/domain/party/party.ts';
import { isAccountOfBic } from '#shared/domain/requisites/bank-account.ts';
import { isInn } from '#shared/domain/requisites/inn.ts';
import { ok } from '#shared/kernel/result.ts';
import { counted } from '#shared/kernel/text.ts';
import type { CoreDeps, Handler } from '../deps.ts';

type Check = { readonly name: string; readonly ok: boolean; readonly detail: string };

const MAX_PARTIES = 100_000;

/** Looks the whole workstation over: the base, its files, the templates, the requisites of the directory, the PDF engine. */
export const runDoctor =
  (deps: CoreDeps): Handler<'base.doctor'> =>
  async () => {
    const engine = await deps.pdf.engine();
    const checks: Check[] = [
      ...deps.care.check().map(({ name, ok: isOk, detail }) => ({ name, ok: isOk, detail })),
      await checkFiles(deps),
      await checkTemplates(deps),
      checkRequisites(deps),
      { name: 'PDF', ok: true, detail: engine ?? 'нет ни Word, ни LibreOffice: выпускаются только docx' },
    ];
    return ok({ ok: checks.every((check) => check.ok), checks });
  };

const checkFiles = async (deps: CoreDeps): Promise<Check> => {
  const present = new Set(await deps.files.list());
  const needed = deps.base.read.documents.fileHashes();
  const lost = needed.filter((sha256) => !present.has(sha256)).length;
  const detail =
    lost === 0
      ? counted(needed.length, 'файл на месте', 'файла на месте', 'файлов на месте')
      : `не хватает ${lost} из ${needed.length}`;
  return { name: 'Файлы документов', ok: lost === 0, detail };
};

const checkTemplates = async (deps: CoreDeps): Promise<Check> => {
  const today = deps.clock.today();
  const found = await Promise.all(
    DOCUMENT_KINDS.map(async (kind) => ({ kind, template: await deps.templates.pick(kind, today) })),
  );
  const missing = found.filter(({ template }) => template === null).map(({ kind }) => titleOf(kind));
  return {
    name: 'Шаблоны',
    ok: missing.length === 0,
    detail: missing.length === 0 ? `все ${found.length} на месте` : `нет: ${missing.join(', ')}`,
  };
};

const hasWrongKey = (party: Party): boolean =>
  (party.inn !== '' && !isInn(party.inn)) ||
  party.bankAccounts.some(({ bic, account }) => !isAccountOfBic(bic, account));

/** Cards with a wrong check digit are counted, not refused: the check before issuing names each where it matters. */
const checkRequisites = (deps: CoreDeps): Check => {
  const parties = deps.base.read.parties.list({}, { limit: MAX_PARTIES, offset: 0 }).items;
  const wrong = parties.filter(hasWrongKey).length;
  return {
    name: 'Реквизиты контрагентов',
    ok: true,
    detail:
      wrong === 0
        ? `ключи сходятся у всех ${parties.length}`
        : `ключ ИНН или счёта не сходится: ${wrong} из ${parties.length}`,
  };
};
