import { appError } from '#shared/contract/errors.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { WriteStores } from '../../ports/base.ts';
import type { OwnTemplate } from '../../ports/own-templates.ts';
import { recordAudit } from '../audit.ts';
import type { CallContext, CoreDeps, Handler } from '../deps.ts';
import { refusalOfDisk } from './check-copy.ts';
import type { TemplateKeeper } from './keeper.ts';
import { findTemplate, templateRow } from './template-row.ts';

export const listTemplates =
  (deps: CoreDeps): Handler<'templates.list'> =>
  () => {
    const { read } = deps.base;
    return ok({
      folder: deps.workplace.pathOf(''),
      items: read.ownTemplates.list().map((template) => templateRow(deps, read, template)),
    });
  };

export const checkTemplate =
  (deps: CoreDeps, keeper: TemplateKeeper): Handler<'templates.check'> =>
  async (context, { id }) => {
    const by = requireDefined(context.actor, 'the acting person').user.id;
    const { base } = deps;
    const checked = await keeper.check({ id, by, anew: true, enter: (action) => base.write(action) });
    if (!checked.ok) return checked;
    const found = findTemplate(base.read, id);
    if (!found.ok) return found;
    context.emit({ type: 'changed', entity: 'template', id });
    return ok(context.commit((stores) => templateRow(deps, stores, found.value)));
  };

export const switchTemplate =
  (deps: CoreDeps): Handler<'templates.switch'> =>
  (context, { id, on }) => {
    const found = findTemplate(deps.base.read, id);
    if (!found.ok) return found;
    const { kind, organisationId, isOn } = found.value;
    const change = {
      action: on ? 'template.switchedOn' : 'template.switchedOff',
      before: { isOn },
      after: { isOn: on },
    };
    return ok(
      enter(deps, context, found.value, change, ({ ownTemplates }) => {
        const rivals = ownTemplates.list().filter((one) => one.kind === kind && one.organisationId === organisationId);
        if (on) for (const rival of rivals) ownTemplates.switchTo(rival.id, false);
        ownTemplates.switchTo(id, on);
      }),
    );
  };

/** The version before last was right after all: its bytes become the next version, and Word finds them in its file. */
export const takeBack =
  (deps: CoreDeps, keeper: TemplateKeeper): Handler<'templates.back'> =>
  (context, { id, version }) =>
    keeper.queue(async () => {
      const found = findTemplate(deps.base.read, id);
      if (!found.ok) return found;
      const { ownTemplates } = deps.base.read;
      const earlier = ownTemplates.versionsOf(id).find((one) => one.version === version);
      const bytes = earlier ? await deps.files.read(earlier.sha256) : null;
      if (!earlier || bytes === null) return err(appError('template.noVersion', { name: found.value.name, version }));
      const copy = await deps.workplace.read(found.value.fileName);
      if (!copy.ok && copy.error === 'busy') return err(appError('template.held', { file: found.value.fileName }));
      // What somebody was still writing is set aside; a version is safe in the base.
      if (copy.ok && !ownTemplates.isVersion(copy.value.sha256)) {
        const away = await deps.workplace.putAway(found.value.fileName);
        if (!away.ok) return err(refusalOfDisk(away.error));
      }
      const { sha256 } = earlier;
      const by = requireDefined(context.actor, 'the acting person').user.id;
      const at = deps.clock.now();
      const change = { action: 'template.back', before: { sha256: found.value.sha256 }, after: { version, sha256 } };
      const row = enter(deps, context, found.value, change, (stores) => {
        const next = found.value.version + 1;
        const size = bytes.length;
        stores.ownTemplates.addVersion({ templateId: id, version: next, sha256, size, at, by, problems: [] });
      });
      const written = await deps.workplace.write(found.value.fileName, bytes);
      return written.ok ? ok(row) : err(refusalOfDisk(written.error));
    });

export const removeTemplate =
  (deps: CoreDeps, keeper: TemplateKeeper): Handler<'templates.remove'> =>
  (context, { id }) =>
    keeper.queue(async () => {
      const found = findTemplate(deps.base.read, id);
      if (!found.ok) return found;
      const { kind, name, sha256, fileName } = found.value;
      // A kill after this: the template is still there, and the next start lays its copy out again.
      const away = await deps.workplace.putAway(fileName);
      if (!away.ok) return err(refusalOfDisk(away.error));
      const answer = context.commit((stores) => {
        stores.ownTemplates.remove(id, deps.clock.now());
        record(deps, context, stores, id, { action: 'template.removed', before: { kind, name, sha256 }, after: null });
        return { id };
      });
      context.emit({ type: 'changed', entity: 'template', id });
      return ok(answer);
    });

export const openTemplate =
  (deps: CoreDeps): Handler<'templates.open'> =>
  async (_context, { id }) => {
    const found = findTemplate(deps.base.read, id);
    if (!found.ok) return found;
    const path = deps.workplace.pathOf(found.value.fileName);
    return ok({ opened: await deps.opener.openFile(path), path });
  };

type Change = { readonly action: string; readonly before: unknown; readonly after: unknown };

const record = (deps: CoreDeps, context: CallContext, stores: WriteStores, id: string, change: Change): void =>
  recordAudit(deps, context, stores, { ...change, entity: 'template', entityId: id, right: 'templates.edit' });

const enter = (
  deps: CoreDeps,
  context: CallContext,
  { id }: OwnTemplate,
  change: Change,
  action: (stores: WriteStores) => void,
): OutputOf<'templates.check'> => {
  const row = context.commit((stores) => {
    action(stores);
    record(deps, context, stores, id, change);
    return templateRow(deps, stores, requireDefined(stores.ownTemplates.get(id), 'the template just changed'));
  });
  context.emit({ type: 'changed', entity: 'template', id });
  return row;
};
