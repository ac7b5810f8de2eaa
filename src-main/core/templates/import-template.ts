import { appError, type AppError } from '#shared/contract/errors.ts';
import type { ParsedInputOf } from '#shared/contract/index.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { PartyId } from '#shared/kernel/id.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { OwnTemplate } from '../../ports/own-templates.ts';
import type { ReadStores } from '../../ports/base.ts';
import { recordAudit } from '../audit.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { refusalOfDisk } from './check-copy.ts';
import { findProblems, isError, isNoTemplate } from './find-problems.ts';
import type { TemplateKeeper } from './keeper.ts';
import { templateRow } from './template-row.ts';
import { workingNameOf } from './working-name.ts';

type Input = ParsedInputOf<'templates.import'>;

/**
 * Takes a template. The bytes are stored, then entered, then laid out for Word: a kill after any step leaves no template or
 * a whole one, whose working copy the next start puts back. The first of its kind and company prints at once.
 */
export const importTemplate =
  (deps: CoreDeps, keeper: TemplateKeeper): Handler<'templates.import'> =>
  (context, input) =>
    keeper.queue(async () => {
      const planned = planTemplate(deps, input);
      if (!planned.ok) return planned;
      const bytes = Buffer.from(input.bytes, 'base64');
      const problems = await findProblems(deps, input.kind, bytes);
      const refusal = problems.find(isNoTemplate);
      if (refusal) return err(appError('template.refused', { file: input.name, reason: refusal.message }));
      const stored = await deps.files.put(bytes);
      if (!stored.ok) return err(refusalOfDisk(stored.error));
      const { sha256, size } = stored.value;
      // A file that somebody laid there by hand is nobody's template; it is kept all the same.
      const stray = await deps.workplace.read(planned.value.fileName);
      if (stray.ok && stray.value.sha256 !== sha256) {
        const away = await deps.workplace.putAway(planned.value.fileName);
        if (!away.ok) return err(refusalOfDisk(away.error));
      }
      const actor = requireDefined(context.actor, 'the acting person').user.id;
      const at = deps.clock.now();
      const template: OwnTemplate = {
        ...planned.value,
        version: 0,
        sha256: null,
        since: null,
        checkedSha256: sha256,
        problems,
        addedAt: at,
        addedBy: actor,
      };
      const { id } = template;
      const row = context.commit((stores) => {
        stores.ownTemplates.insert(template, size);
        if (!problems.some(isError))
          stores.ownTemplates.addVersion({ templateId: id, version: 1, sha256, size, at, by: actor, problems });
        recordAudit(deps, context, stores, {
          action: 'template.imported',
          entity: 'template',
          entityId: id,
          right: 'templates.edit',
          before: null,
          after: { kind: input.kind, name: input.name, sha256 },
        });
        return templateRow(deps, stores, requireDefined(stores.ownTemplates.get(id), 'the template just taken'));
      });
      context.emit({ type: 'changed', entity: 'template', id });
      const written = await deps.workplace.write(template.fileName, bytes);
      return written.ok ? ok(row) : err(refusalOfDisk(written.error));
    });

type Planned = Pick<OwnTemplate, 'id' | 'kind' | 'name' | 'organisationId' | 'fileName' | 'isOn'>;

const planTemplate = (deps: CoreDeps, { kind, name, organisation }: Input): Result<Planned, AppError> => {
  const { read } = deps.base;
  const owner = ownerOf(read, organisation);
  if (!owner.ok) return owner;
  const fileName = workingNameOf(kind, name);
  const others = read.ownTemplates.list();
  // Windows and macOS take names that differ only by case for the same file.
  if (others.some((other) => other.fileName.toLowerCase() === fileName.toLowerCase()))
    return err(appError('template.nameTaken', { name }));
  const isOn = others.every((other) => !other.isOn || other.kind !== kind || other.organisationId !== owner.value);
  return ok({ id: deps.random.uuid(), kind, name, organisationId: owner.value, fileName, isOn });
};

const ownerOf = (stores: ReadStores, inn: string | undefined): Result<PartyId | null, AppError> => {
  if (inn === undefined) return ok(null);
  const found = stores.organisations.list().find(({ party }) => party.inn === inn);
  return found ? ok(found.party.id) : err(appError('organisation.unknown', { inn }));
};
