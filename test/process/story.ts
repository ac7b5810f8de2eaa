import { addMinutes, type LocalTime, type WorkingCalendar } from '#shared/domain/process/local-time.ts';
import { newInstance, step, type Step } from '#shared/domain/process/step.ts';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import type { ProcessEvent, Refusal } from '#shared/domain/process/events.ts';
import type { Actor, ProcessState, Sets } from '#shared/domain/process/state.ts';
import { isWorkingDay } from '#shared/domain/bank/working-days.ts';

export const CALENDAR: WorkingCalendar = { isWorkingDay, from: '09:00', to: '18:00' };

/** How a task is closed in a story; left out: with a file and a done checklist, without a result. */
export type Closing = {
  readonly result?: string;
  readonly by?: Actor | null;
  readonly files?: number;
  readonly isChecklistDone?: boolean;
  readonly comment?: string;
  readonly fields?: ProcessState['fields'];
  readonly sets?: Sets;
  /** Of a task per element: of which one; left out: the first that is open. */
  readonly element?: string;
};

const CLERK: Actor = { userId: 'anna', roles: ['manager'] };

/** A process that is told one thing after another, as a person would tell a story. */
export class Story {
  state: ProcessState;
  readonly log: { readonly event: ProcessEvent; readonly now: LocalTime }[] = [];
  readonly effects: Step['effects'][number][] = [];
  now: LocalTime;
  readonly definition: ProcessDefinition;

  constructor(definition: ProcessDefinition, now: LocalTime, instanceId = 'i1', recordId = 'deal-1') {
    this.definition = definition;
    this.now = now;
    this.state = newInstance(definition, instanceId, recordId, now);
  }

  /** Tells the event; a refusal is the test's failure. */
  tell(event: ProcessEvent): Step['effects'] {
    const result = step(this.definition, this.state, event, this.now, CALENDAR);
    if (!result.ok) throw new Error(result.error.map(({ message }) => message).join('\n'));
    this.log.push({ event, now: this.now });
    this.state = result.value.state;
    this.effects.push(...result.value.effects);
    return result.value.effects;
  }

  refusals(event: ProcessEvent): readonly Refusal[] {
    const result = step(this.definition, this.state, event, this.now, CALENDAR);
    return result.ok ? [] : result.error;
  }

  close(code: string, closing: Closing = {}): Step['effects'] {
    return this.tell(this.closing(code, closing));
  }

  closing(code: string, given: Closing = {}): ProcessEvent {
    const { result = null, by = CLERK, files = 1, isChecklistDone = true, comment = '', element, fields, sets } = given;
    const task = this.state.tasks.find(
      (each) => each.code === code && each.status === 'open' && (element === undefined || each.elementId === element),
    );
    const report = { result, comment, files, isChecklistDone };
    const about = { ...(fields && { fields }), ...(sets && { sets }) };
    return { kind: 'taskDone', taskId: task?.id ?? '', report, by, ...about };
  }

  later(minutes: number): this {
    this.now = addMinutes(this.now, minutes);
    return this;
  }
}
