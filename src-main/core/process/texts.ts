import { chatName } from '#shared/domain/process/outside-names.ts';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import type { Target } from '#shared/domain/process/effects.ts';
import type { ProcessTask } from '../../ports/processes.ts';
import type { Work } from './work.ts';

const resultTitle = ({ tasks }: ProcessDefinition, code: string, result: string | null): string => {
  if (result === null) return '';
  return tasks.find((task) => task.code === code)?.results?.find((each) => each.code === result)?.title ?? result;
};

export const taskClosedText = (
  definition: ProcessDefinition,
  { code, title }: Pick<ProcessTask, 'code' | 'title'>,
  result: string | null,
  comment: string,
  isByPerson: boolean,
): string => {
  const outcome = resultTitle(definition, code, result);
  const parts = [
    isByPerson ? `Закрыта задача «${title}»` : `Задача «${title}» закрылась сама: условие выполнено`,
    ...(outcome === '' ? [] : [`итог – «${outcome}»`]),
  ];
  return comment === '' ? parts.join(', ') : `${parts.join(', ')}. ${comment}`;
};

const targetText = (target: Target, work: Work, instanceId: string): string => {
  const { definition, row } = work.get(instanceId);
  switch (target.kind) {
    case 'user':
      return work.people.nameOf(target.userId);
    case 'role':
      return definition.roles.find(({ code }) => code === target.role)?.title ?? target.role;
    case 'chat':
      return `чат «${chatName(target.chat)}»`;
    case 'contact':
      return target.contact;
    case 'owner':
    case 'responsible':
    case 'creator':
      return row.owner === null ? 'ответственный' : work.people.nameOf(row.owner);
    case 'client':
      return 'клиент';
    case 'anyone':
      return 'все';
    case 'nobody':
      return 'никто не назначен';
  }
};

/** Whom a rule told, for the timeline. */
export const targetsText = (targets: readonly Target[], work: Work, instanceId: string): string =>
  [...new Set(targets.map((target) => targetText(target, work, instanceId)))].join(', ');
