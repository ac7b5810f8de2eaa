import { afterEach, describe, expect, test } from 'vitest';
import type { IsoInstant } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import type { TestBase } from '#test/helpers/a-base.ts';
import { anOrder, anOrganisation, DEMO_PARTIES } from '#test/helpers/a-source.ts';
import { aDocument, aDocumentFile, aSnapshot, aUser, NEW_WAY, openFilledBase } from '#test/helpers/a-filled-base.ts';

let opened: TestBase | null = null;
const open = (): TestBase => (opened = openFilledBase());
afterEach(() => {
  opened?.close();
  opened = null;
});

const AT = '2026-11-21T09:00:00.000Z' as IsoInstant;
const ALL = { limit: 50, offset: 0 } as const;
const SERIES = { organisationId: anOrganisation().party.id, numberClass: 'invoice', year: 2026 } as const;

describe('documents', () => {
  test('a document comes back with its files, names of the parties and its frozen data', () => {
    const { base } = open();
    base.write((stores) => stores.documents.insert(aDocument(), aSnapshot()));
    expect(base.read.documents.get(aDocument().id)).toEqual({
      ...aDocument(),
      ...NEW_WAY,
      partyName: DEMO_PARTIES.zerno.shortName,
      organisationName: anOrganisation().party.shortName,
      orderNumber: '145',
    });
    expect(base.read.documents.snapshotOf(aDocument().id, 1)).toEqual(aSnapshot());
    expect(base.read.documents.snapshotOf(aDocument().id, 2)).toBeNull();
    expect(base.read.documents.ofOrder(anOrder().id)).toEqual([{ ...aDocument(), ...NEW_WAY }]);
    expect(base.read.documents.fileHashes()).toEqual([aDocumentFile().sha256]);
  });

  test('a number is used once in its class and year, also after the document was annulled', () => {
    const { base } = open();
    base.write((stores) => stores.documents.insert(aDocument(), aSnapshot()));
    base.write((stores) => stores.documents.annul(aDocument().id, AT, aUser().id, 'Ошибка в сумме'));
    const again = aDocument({ id: asId<'document'>('document-2') });
    expect(() => base.write((stores) => stores.documents.insert(again, aSnapshot()))).toThrow('UNIQUE');
    const taken = base.read.documents.isNumberTaken;
    expect(taken(SERIES.organisationId, 'invoice', 2026, '1204')).toBe(true);
    expect(taken(SERIES.organisationId, 'invoice', 2027, '1204')).toBe(false);
    expect(taken(SERIES.organisationId, 'act', 2026, '1204')).toBe(false);
  });

  test('an annulled document stays in the register but is not in force', () => {
    const { base } = open();
    base.write((stores) => stores.documents.insert(aDocument(), aSnapshot()));
    base.write((stores) => stores.documents.annul(aDocument().id, AT, aUser().id, 'Ошибка в сумме'));
    expect(base.read.documents.ofOrder(anOrder().id)).toEqual([]);
    expect(base.read.documents.list({ state: 'annulled', kind: 'invoice', orderId: anOrder().id }, ALL).total).toBe(1);
    expect(() => base.write((stores) => stores.documents.annul(aDocument().id, AT, aUser().id, 'ещё раз'))).toThrow(
      'not in force',
    );
  });

  test('the same file added twice is once, another file in its place is refused', () => {
    const { base } = open();
    base.write((stores) => stores.documents.insert(aDocument(), aSnapshot()));
    const pdf = aDocumentFile({ format: 'pdf', sha256: 'c'.repeat(64), name: 'Счет.pdf' });
    base.write((stores) => stores.documents.addFile(aDocument().id, 1, pdf));
    base.write((stores) => stores.documents.addFile(aDocument().id, 1, pdf));
    expect(base.read.documents.get(aDocument().id)?.files).toEqual([aDocumentFile(), pdf]);
    const other = { ...pdf, sha256: 'd'.repeat(64) };
    expect(() => base.write((stores) => stores.documents.addFile(aDocument().id, 1, other))).toThrow('another pdf');
  });

  test.each([
    ['a document is never deleted', 'DELETE FROM documents'],
    ['a document keeps its number', `UPDATE documents SET number = '1'`],
    ['a snapshot is never changed', `UPDATE document_versions SET data = '{}'`],
    ['a snapshot is never deleted', 'DELETE FROM document_versions'],
    ['the audit log is never changed', `UPDATE audit_entries SET action = 'x'`],
    ['the audit log is never deleted', 'DELETE FROM audit_entries'],
  ])('%s, even by a mistake of ours', (_promise, sql) => {
    const { base, sqlite } = open();
    base.write((stores) => {
      stores.documents.insert(aDocument(), aSnapshot());
      stores.audit.append({
        at: AT,
        userId: aUser().id,
        onBehalfOf: null,
        action: 'documents.issue',
        entity: 'document',
        entityId: aDocument().id,
        before: null,
        after: {},
        commandId: asId<'command'>('c-1'),
      });
    });
    expect(() => sqlite.exec(sql)).toThrow(/never|keeps|only appended/u);
  });
});
