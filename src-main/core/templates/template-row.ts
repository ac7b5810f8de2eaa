import type { OutputOf } from '#shared/contract/index.ts';
import { appError, type AppError } from '#shared/contract/errors.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ReadStores } from '../../ports/base.ts';
import type { OwnTemplate } from '../../ports/own-templates.ts';
import type { CoreDeps } from '../deps.ts';
import { isError } from './find-problems.ts';

type TemplateRow = OutputOf<'templates.check'>;

export const findTemplate = (stores: ReadStores, id: string): Result<OwnTemplate, AppError> => {
  const template = stores.ownTemplates.get(id);
  return template === null ? err(appError('template.unknown', { template: id })) : ok(template);
};

const stateOf = ({ isOn, version, problems }: OwnTemplate): TemplateRow['state'] => {
  if (version === 0) return 'notYet';
  if (problems.some(isError)) return 'problems';
  return isOn ? 'inForce' : 'off';
};

export const templateRow = (
  { workplace }: Pick<CoreDeps, 'workplace'>,
  stores: ReadStores,
  template: OwnTemplate,
): TemplateRow => {
  const { id, kind, name, organisationId, isOn, version, since, fileName, problems } = template;
  const organisation = organisationId === null ? null : stores.organisations.get(organisationId);
  return {
    id,
    kind,
    name,
    isOn,
    version,
    since,
    title: titleOf(kind),
    organisation: organisation?.party.inn ?? null,
    organisationName: organisation?.party.shortName ?? '',
    state: stateOf(template),
    path: workplace.pathOf(fileName),
    problems: [...problems],
    documents: stores.ownTemplates.documentsOf(id),
    versions: stores.ownTemplates.versionsOf(id).map((one) => ({
      version: one.version,
      at: one.at,
      who: one.by === null ? '' : (stores.users.get(one.by)?.fullName ?? ''),
    })),
  };
};
