import { and, asc, count, desc, eq, getTableColumns, inArray, isNull, or } from 'drizzle-orm';
import type { OwnTemplateReader, OwnTemplateWriter } from '../../ports/own-templates.ts';
import type { Drizzle } from '../open-sqlite.ts';
import { documentVersions, files } from '../schema/documents.ts';
import { ownTemplates, ownTemplateVersions as versions } from '../schema/own-templates.ts';

const { seq: _seq, removedAt: _removedAt, ...columns } = getTableColumns(ownTemplates);

export const createOwnTemplateStore = (db: Drizzle): OwnTemplateReader & OwnTemplateWriter => ({
  get: (id) =>
    db
      .select(columns)
      .from(ownTemplates)
      .where(and(eq(ownTemplates.id, id), isNull(ownTemplates.removedAt)))
      .get() ?? null,
  list: () =>
    db
      .select(columns)
      .from(ownTemplates)
      .where(isNull(ownTemplates.removedAt))
      .orderBy(asc(ownTemplates.kind), asc(ownTemplates.seq))
      .all(),
  inForce: (kind, organisationId) =>
    db
      .select({ sha256: ownTemplates.sha256 })
      .from(ownTemplates)
      .where(
        and(
          eq(ownTemplates.kind, kind),
          eq(ownTemplates.isOn, true),
          or(eq(ownTemplates.organisationId, organisationId), isNull(ownTemplates.organisationId)),
        ),
      )
      // NULL sorts last here: the company's own template comes before the one for all.
      .orderBy(desc(ownTemplates.organisationId))
      .all()
      .find(({ sha256 }) => sha256 !== null)?.sha256 ?? null,
  isVersion: (sha256) =>
    db.select({ version: versions.version }).from(versions).where(eq(versions.sha256, sha256)).get() !== undefined,
  versionsOf: (id) =>
    db.select().from(versions).where(eq(versions.templateId, id)).orderBy(desc(versions.version)).all(),
  documentsOf: (id) =>
    db
      .select({ rows: count() })
      .from(documentVersions)
      .where(
        inArray(
          documentVersions.templateSha256,
          db.select({ sha256: versions.sha256 }).from(versions).where(eq(versions.templateId, id)),
        ),
      )
      .get()?.rows ?? 0,
  insert: (template, size) => {
    db.insert(files).values({ sha256: template.checkedSha256, size }).onConflictDoNothing().run();
    db.insert(ownTemplates).values(template).run();
  },
  checked: (id, sha256, problems) => {
    db.update(ownTemplates).set({ checkedSha256: sha256, problems }).where(eq(ownTemplates.id, id)).run();
  },
  addVersion: ({ size, problems, ...version }) => {
    const { templateId, sha256, at } = version;
    db.insert(files).values({ sha256, size }).onConflictDoNothing().run();
    db.insert(versions).values(version).run();
    db.update(ownTemplates)
      .set({ version: version.version, sha256, since: at, checkedSha256: sha256, problems })
      .where(eq(ownTemplates.id, templateId))
      .run();
  },
  switchTo: (id, isOn) => {
    db.update(ownTemplates).set({ isOn }).where(eq(ownTemplates.id, id)).run();
  },
  remove: (id, at) => {
    db.update(ownTemplates).set({ isOn: false, removedAt: at }).where(eq(ownTemplates.id, id)).run();
  },
});
