import type { ProcessScript, ScriptStep } from '#shared/contract/process-script.ts';
import { localTime, type LocalTime } from '#shared/domain/process/local-time.ts';
import { asId, type UserId } from '#shared/kernel/id.ts';
import { roleKey } from '../people.ts';
import { playStep } from './play-step.ts';
import { Player, type Stage } from './player.ts';
import { storyOf, type PlayedStory } from './story-of.ts';

/** Plays a story over its own base and answers with what came of it. */
export const playScript = (stage: Stage, script: ProcessScript, business: string): PlayedStory => {
  const player = new Player(stage, business);
  settle(player, script);
  for (const [index, step] of script.steps.entries()) {
    const moment = momentOf(step);
    if (moment !== null) player.waitUntil(moment);
    const problem = playStep(player, step);
    if (problem !== null) player.problems.push(`Шаг ${index + 1} (${step.do}): ${problem}`);
  }
  return storyOf(player, script);
};

const momentOf = (step: ScriptStep): LocalTime | null =>
  'at' in step && step.at !== undefined ? localTime(step.at) : null;

/** People of the story and who stands behind each role. */
const settle = ({ stage, business }: Player, { people }: ProcessScript): void => {
  stage.base.write((stores) => {
    const byRole = new Map<string, UserId[]>();
    for (const { id, name = id, roles, workday } of people) {
      const userId = asId<'user'>(id);
      const user = { id: userId, login: id, fullName: name, position: '', roles: [], isActive: true };
      stores.users.save(user, null);
      for (const role of roles) byRole.set(role, [...(byRole.get(role) ?? []), userId]);
      if (workday !== undefined) stores.processes.setWorkday({ userId, state: workday, since: stage.clock.moment() });
    }
    for (const [role, own] of byRole) stores.processes.setRolePeople(roleKey(business, role), own);
  });
};
