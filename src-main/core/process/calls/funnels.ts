import { appError } from '#shared/contract/errors.ts';
import { addMinutes } from '#shared/domain/process/local-time.ts';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { InstanceFilter } from '../../../ports/processes.ts';
import type { Handler } from '../../deps.ts';
import { mayStart } from '../may-start.ts';
import { Desk } from '../views/desk.ts';
import { fieldViews } from '../views/field-values.ts';
import type { ProcessDeps } from './process-deps.ts';

const stagesOf = ({ stages }: ProcessDefinition) =>
  stages.map(({ code, title, kind, color }) => ({ code, title, kind, ...(color && { color }) }));

export const listFunnels =
  (deps: ProcessDeps): Handler<'funnels.list'> =>
  (context, { business }) => {
    deps.runner.catchUp();
    const desk = new Desk(deps.base.read, deps.runner);
    const { user } = requireDefined(context.actor, 'the asking person');
    const counts = Map.groupBy(deps.base.read.processes.countStages({}, desk.now), ({ code }) => code);
    const asked = desk.definitions.filter((each) => business === undefined || each.business === business);
    return ok({
      items: asked.map((definition) => {
        const own = (counts.get(definition.code) ?? []).filter(({ status }) => status === 'running');
        const isActive = deps.runner.library.isActive(deps.base.read, definition);
        return {
          process: definition.code,
          title: definition.title,
          business: definition.business,
          recordType: definition.recordType,
          isActive,
          running: own.reduce((sum, { count }) => sum + count, 0),
          overdue: own.reduce((sum, { overdue }) => sum + overdue, 0),
          stages: stagesOf(definition),
          canCreate: isActive && mayStart(desk.people, definition, user),
          form: fieldViews(definition, definition.start.form ?? [], {}, desk.people),
        };
      }),
    });
  };

export const funnelBoard =
  (deps: ProcessDeps): Handler<'funnels.board'> =>
  (_context, input) => {
    deps.runner.catchUp();
    const { processes, users } = deps.base.read;
    const desk = new Desk(deps.base.read, deps.runner);
    const definition = deps.runner.library.current(deps.base.read, input.process);
    if (definition === null) return err(appError('process.unknown', { process: input.process }));
    const filter: InstanceFilter = {
      code: definition.code,
      text: input.text,
      owner: input.owner === undefined ? undefined : (users.findByLogin(input.owner)?.id ?? 'nobody'),
      finishedSince: addMinutes(desk.now, -input.finishedDays * 1_440),
    };
    const counts = processes.countStages(filter, desk.now);
    const known = stagesOf(definition);
    // Records of earlier versions may stand on stages that this one has no more: they are shown, not hidden.
    const gone = [...new Set(counts.map(({ stage }) => stage))].filter(
      (code) => !known.some((stage) => stage.code === code),
    );
    const stages = [...known, ...gone.map((code) => ({ code, title: code, kind: 'working' as const }))];
    const asked = input.stage === undefined ? stages : stages.filter(({ code }) => code === input.stage);
    const page = { limit: input.limit, offset: input.stage === undefined ? 0 : input.offset };
    const instances = asked.flatMap(({ code, kind }) => {
      const status = kind === 'success' || kind === 'fail' ? 'finished' : 'running';
      return processes.listItems({ ...filter, stage: code, status }, page);
    });
    const cards = Map.groupBy(desk.cards(instances), ({ stage }) => stage);
    return ok({
      process: definition.code,
      title: definition.title,
      columns: asked.map((stage) => {
        const own = counts.filter((each) => each.stage === stage.code);
        return {
          ...stage,
          count: own.reduce((sum, { count }) => sum + count, 0),
          overdue: own.reduce((sum, { overdue }) => sum + overdue, 0),
          cards: cards.get(stage.code) ?? [],
        };
      }),
    });
  };

export const listRecords =
  (deps: ProcessDeps): Handler<'records.list'> =>
  (_context, { recordType, process, stage, status, text, limit, offset }) => {
    deps.runner.catchUp();
    const desk = new Desk(deps.base.read, deps.runner);
    const codes = desk.definitions.filter((each) => each.recordType === recordType).map(({ code }) => code);
    const filter = { code: process, codes: recordType === undefined ? undefined : codes, stage, status, text };
    const { total, items } = deps.base.read.processes.list(filter, { limit, offset });
    const cards = desk.cards(items);
    return ok({
      total,
      items: items.flatMap((instance, index) => {
        const card = cards[index];
        const definition = desk.definitionOf(instance);
        const stageTitle = definition?.stages.find(({ code }) => code === instance.stage)?.title ?? instance.stage;
        return card === undefined
          ? []
          : [{ ...card, process: instance.code, processTitle: definition?.title ?? instance.code, stageTitle }];
      }),
    });
  };
