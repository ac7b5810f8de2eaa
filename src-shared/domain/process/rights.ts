import type { Who } from './definition-actions.ts';
import type { ProcessDefinition, Stage } from './definition.ts';
import type { Refusal } from './events.ts';
import { whoText } from './explain.ts';
import type { Actor, ProcessState } from './state.ts';
import { isAllowed } from './targets.ts';

const peopleText = (who: readonly Who[], definition: ProcessDefinition): string =>
  [...new Set(who.map((each) => whoText(each, definition)))].join(', ');

const stageOf = ({ stages }: ProcessDefinition, code: string): Stage | undefined =>
  stages.find((stage) => stage.code === code);

/** Why a person may not change the record's fields now; empty when he may (MSK-02, MSK-54). */
export const editRefusals = (definition: ProcessDefinition, state: ProcessState, by: Actor): readonly Refusal[] => {
  const stage = stageOf(definition, state.stage);
  if (stage?.editors === undefined || isAllowed(stage.editors, by, state)) return [];
  const people = peopleText(stage.editors, definition);
  return [{ code: 'process.notEditor', message: `На «${stage.title}» запись меняет: ${people}.`, fields: [] }];
};

/** Why a person may not create a record at once on that stage: people create on the initial ones (MSK-10). */
export const creationRefusals = (definition: ProcessDefinition, code: string | undefined): readonly Refusal[] => {
  const stage = code === undefined ? undefined : stageOf(definition, code);
  if (stage === undefined || stage.kind === 'initial') return [];
  const initial = definition.stages.filter(({ kind }) => kind === 'initial').map(({ title }) => `«${title}»`);
  const message = `На «${stage.title}» записи не создают; создать можно на: ${initial.join(', ')}.`;
  return [{ code: 'process.notForCreation', message, fields: [] }];
};
