import { appError } from '#shared/contract/errors.ts';
import { roleOf } from '#shared/domain/exchange-1c/roles.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { signatoryFor } from '#shared/domain/party/signing.ts';
import { checkUpd, updFile } from '#shared/domain/upd-xml/upd-file.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { readPaper } from './read-papers.ts';

/** The electronic twin of an issued paper: УПД 5.03 for whoever sends it through an operator. */
export const makeUpdXml =
  (deps: CoreDeps): Handler<'exchange.updXml'> =>
  (_context, { id }) => {
    const { read } = deps.base;
    const document = read.documents.get(asId(id));
    if (document === null) return err(appError('document.unknown', { document: id }));
    const name = `${titleOf(document.kind)} № ${document.number}`;
    const refuse = (reason: string) => err(appError('updXml.refused', { document: name, reason }));
    if (document.state === 'annulled') return err(appError('document.annulled', { document: name }));
    if (roleOf(document.kind) === null) return refuse('это не УПД, акт, накладная или счёт-фактура');
    const snapshot = requireDefined(read.documents.snapshotOf(document.id, document.version), 'the snapshot');
    const paper = readPaper(read, { document, snapshot, cursor: null, sent: null });
    const signatory = signatoryFor(paper.organisation, document.kind, document.date);
    const problems = checkUpd(paper, signatory);
    if (problems.length > 0 || signatory === null) return refuse(problems.join(', '));
    const file = updFile({ paper, signatory, madeAt: deps.clock.now(), program: `Комплект ${deps.version}` });
    const bytes = Buffer.from(deps.oneC.updXml(file.root)).toString('base64');
    return ok({ name: `${file.fileName}.xml`, bytes });
  };
