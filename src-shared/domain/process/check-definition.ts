import type { Problem } from '../../kernel/problem.ts';
import type { Action, Assignee, Who } from './definition-actions.ts';
import type { Condition } from './definition-conditions.ts';
import { activeRules, type ProcessDefinition, type Rule, type Trigger } from './definition.ts';
import { stageTitle } from './explain.ts';
import { reachableByHand } from './move.ts';

/** Names that a definition may use, gathered once. */
type Known = {
  readonly stages: ReadonlySet<string>;
  readonly tasks: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly sets: ReadonlySet<string>;
  readonly timers: ReadonlySet<string>;
};

/** Fields that every record has. */
const COMMON_FIELDS = ['responsible', 'number', 'title'] as const;

const codes = (list: readonly { readonly code: string }[] | undefined) => (list ?? []).map(({ code }) => code);

const namesOf = (definition: ProcessDefinition): Known => {
  return {
    stages: new Set(codes(definition.stages)),
    tasks: new Set(codes(definition.tasks)),
    fields: new Set([...COMMON_FIELDS, ...codes(definition.fields)]),
    roles: new Set(codes(definition.roles)),
    sets: new Set(codes(definition.sets)),
    timers: new Set(codes(definition.timers)),
  };
};

const KINDS = {
  stages: 'стадии',
  tasks: 'задачи',
  fields: 'поля',
  roles: 'роли',
  sets: 'набора',
  timers: 'таймера',
} as const;

/** Problems of one definition, each with its place. Empty when it may be released. */
export const checkDefinition = (definition: ProcessDefinition): readonly Problem[] => {
  const checker = new Checker(definition);
  checker.checkAll();
  return checker.problems;
};

class Checker {
  readonly problems: Problem[] = [];
  private readonly definition: ProcessDefinition;
  private readonly known: Known;

  constructor(definition: ProcessDefinition) {
    this.definition = definition;
    this.known = namesOf(definition);
  }

  checkAll(): void {
    const { stages, transitions, tasks, timers = [], rules, sets = [], fields } = this.definition;
    for (const [kind, list] of Object.entries({ stages, tasks, timers, rules, sets, fields })) this.unique(kind, list);
    for (const stage of stages) {
      for (const who of stage.editors ?? []) this.who(who, `стадия «${stage.title}»`);
      for (const { field, when } of stage.requires ?? []) {
        this.name('fields', field, `стадия «${stage.title}»`);
        this.condition(when, `стадия «${stage.title}»`);
      }
    }
    for (const { from, to, who, when } of transitions) {
      const place = `переход на ${to.map((code) => `«${stageTitle(this.definition, code)}»`).join(', ')}`;
      for (const code of [...(typeof from === 'string' ? [] : from), ...to]) this.name('stages', code, place);
      for (const each of who) this.who(each, place);
      this.condition(when, place);
    }
    for (const task of tasks) this.task(task);
    for (const timer of timers) {
      const place = `таймер ${timer.code}`;
      for (const code of timer.during ?? []) this.name('stages', code, place);
      if ('field' in timer.due) this.name('fields', timer.due.field, place);
      if ('asRepeat' in timer.due && timer.repeat === undefined) {
        this.add('process.timerWithoutRepeat', `У таймера ${timer.code} нет повтора, по которому его завести.`, place);
      }
      if (timer.repeat && 'by' in timer.repeat) this.name('fields', timer.repeat.by, place);
      this.condition(timer.until, place);
      if (timer.repeat && timer.during === undefined && timer.until === undefined) {
        this.add(
          'process.timerWithoutEnd',
          `Таймер ${timer.code} повторяется без конца: укажите стадии или условие.`,
          place,
        );
      }
    }
    for (const rule of rules) this.rule(rule);
    for (const { computed, label } of fields) {
      const { plus = [], minus = [], percentOf } = computed ?? {};
      for (const code of [...plus, ...minus, ...(percentOf === undefined ? [] : [percentOf])])
        this.name('fields', code, `поле «${label}»`);
    }
    for (const field of this.definition.start.form ?? []) this.name('fields', field, 'запуск');
    for (const who of this.definition.start.who ?? []) this.who(who, 'запуск');
    this.paths();
    this.circles();
  }

  private add(code: string, message: string, where: string): void {
    this.problems.push({ code, message, where, data: {} });
  }

  private unique(kind: string, list: readonly { readonly code: string }[]): void {
    const seen = new Set<string>();
    for (const { code } of list) {
      if (seen.has(code)) this.add('process.twice', `Код ${code} встречается дважды.`, kind);
      seen.add(code);
    }
  }

  private name(kind: keyof Known, code: string, where: string): void {
    if (!this.known[kind].has(code)) this.add(`process.unknown.${kind}`, `Нет ${KINDS[kind]} ${code}.`, where);
  }

  private task(task: ProcessDefinition['tasks'][number]): void {
    const place = `задача «${task.title}»`;
    for (const each of [task.assignee, ...(task.coAssignees ?? [])]) this.assignee(each, place);
    if (task.forEach !== undefined) this.name('sets', task.forEach, place);
    if (task.due && 'field' in task.due && !this.isElementField(task.due.field))
      this.name('fields', task.due.field, place);
    if (task.creator !== undefined) this.who(task.creator, place);
    const isOfElement = task.forEach !== undefined;
    for (const field of task.closing?.fields ?? []) {
      if (!(isOfElement && this.isElementField(field))) this.name('fields', field, place);
    }
    this.condition(task.closing?.when, place, isOfElement);
    this.condition(task.closesWhen, place, isOfElement);
    const isMade = activeRules(this.definition).some(({ do: actions }) =>
      actions.some(
        (action) =>
          ('task' in action && action.task === task.code) || ('offer' in action && action.offer === task.code),
      ),
    );
    if (!isMade) this.add('process.taskNeverMade', `Задачу «${task.title}» никто не создаёт.`, place);
  }

  private isElementField(code: string): boolean {
    return (this.definition.sets ?? []).some(({ fields }) => fields?.some((field) => field.code === code) === true);
  }

  private assignee(assignee: Assignee, place: string): void {
    if (typeof assignee === 'object' && 'ofElement' in assignee) {
      if (!this.isElementField(assignee.ofElement)) this.name('fields', assignee.ofElement, place);
    } else if (typeof assignee === 'object' && 'by' in assignee) {
      if (!this.isElementField(assignee.by)) this.name('fields', assignee.by, place);
      for (const who of Object.values(assignee.map)) this.who(who, place);
    } else this.who(assignee, place);
  }

  private who(who: Who, place: string): void {
    if (typeof who === 'string' || 'chat' in who) return;
    if ('role' in who) this.name('roles', who.role, place);
    else if ('field' in who) this.name('fields', who.field, place);
    else this.name('sets', who.everyOf, place);
  }

  private condition(condition: Condition | undefined, place: string, inSet = false): void {
    if (condition === undefined) return;
    if ('all' in condition) return condition.all.forEach((each) => this.condition(each, place, inSet));
    if ('any' in condition) return condition.any.forEach((each) => this.condition(each, place, inSet));
    if ('not' in condition) return this.condition(condition.not, place, inSet);
    if ('stage' in condition) return condition.stage.forEach((code) => this.name('stages', code, place));
    if ('closed' in condition) return condition.closed.forEach((code) => this.name('tasks', code, place));
    if ('open' in condition) return condition.open.forEach((code) => this.name('tasks', code, place));
    if ('result' in condition) return this.result(condition, place);
    if ('set' in condition) {
      this.name('sets', condition.set, place);
      if ('every' in condition) this.condition(condition.every, place, true);
      if ('some' in condition) this.condition(condition.some, place, true);
      return;
    }
    if (!(inSet && this.isElementField(condition.field))) this.name('fields', condition.field, place);
  }

  private result({ result, is }: Extract<Condition, { result: string }>, place: string): void {
    this.name('tasks', result, place);
    const task = this.definition.tasks.find(({ code }) => code === result);
    if (task && !task.results?.some(({ code }) => code === is)) {
      this.add('process.unknownResult', `У задачи «${task.title}» нет итога ${is}.`, place);
    }
  }

  private rule(rule: Rule): void {
    const place = `правило ${rule.code}`;
    this.trigger(rule.on, place);
    this.condition(rule.when, place);
    for (const action of rule.do) this.action(action, place);
  }

  private trigger(on: Trigger, place: string): void {
    if ('enter' in on) this.name('stages', on.enter, place);
    else if ('leave' in on) this.name('stages', on.leave, place);
    else if ('created' in on) this.name('tasks', on.created, place);
    else if ('closed' in on) {
      if (on.result === undefined) this.name('tasks', on.closed, place);
      else this.result({ result: on.closed, is: on.result }, place);
    } else if ('allClosed' in on) on.allClosed.forEach((code) => this.name('tasks', code, place));
    else if ('timer' in on) this.name('timers', on.timer, place);
    else if ('becomes' in on) this.condition(on.becomes, place);
  }

  private action(action: Action, place: string): void {
    if ('task' in action) this.name('tasks', action.task, place);
    else if ('offer' in action) {
      this.name('tasks', action.offer, place);
      for (const who of action.to) this.who(who, place);
    } else if ('cancelTasks' in action) action.cancelTasks.forEach((code) => this.name('tasks', code, place));
    else if ('move' in action) this.name('stages', action.move, place);
    else if ('copyTo' in action) this.name('stages', action.copyTo, place);
    else if ('set' in action) Object.keys(action.set).forEach((code) => this.name('fields', code, place));
    else if ('notify' in action) action.notify.forEach((who) => this.who(who, place));
    else if ('message' in action) this.message(action, place);
    else if ('owner' in action) this.who(action.owner, place);
    else if ('create' in action && action.forEach !== undefined) this.name('sets', action.forEach, place);
  }

  private message({ message, forEach, where }: Extract<Action, { message: Who }>, place: string): void {
    this.who(message, place);
    if (forEach !== undefined) this.name('sets', forEach, place);
    this.condition(where, place, true);
  }

  /** Stages that nothing leads to, and working stages that nothing leads from. */
  private paths(): void {
    const { stages } = this.definition;
    const rules = activeRules(this.definition);
    const automatic = rules.flatMap(({ do: actions }) =>
      actions.flatMap((action) => ('move' in action ? [action.move] : [])),
    );
    const byHand = new Map(stages.map(({ code }) => [code, reachableByHand(this.definition, code)]));
    const copies = rules.flatMap(({ do: actions }) =>
      actions.flatMap((action) => ('copyTo' in action ? [action.copyTo] : [])),
    );
    const reached = new Set([...automatic, ...copies, ...[...byHand.values()].flat()]);
    for (const { code, kind, title } of stages) {
      const place = `стадия «${title}»`;
      if (kind !== 'initial' && !reached.has(code)) {
        this.add('process.unreachable', `На стадию «${title}» ничто не ведёт.`, place);
      }
      const isWorking = kind === 'initial' || kind === 'working';
      if (isWorking && byHand.get(code)?.length === 0 && automatic.every((target) => target === code)) {
        this.add('process.deadEnd', `Со стадии «${title}» дальше пути нет.`, place);
      }
    }
    if (stages.filter(({ kind }) => kind === 'initial').length === 0) {
      this.add('process.noBeginning', 'Нет начальной стадии.', 'стадии');
    }
  }

  /** Rules that set off each other on entry to stages, with no task, person or clock between: they would never end. */
  private circles(): void {
    const next = new Map<string, Set<string>>();
    for (const { on, when, do: actions } of activeRules(this.definition)) {
      if (!('enter' in on) || when !== undefined) continue;
      const targets = actions.flatMap((action) => ('move' in action ? [action.move] : []));
      next.set(on.enter, new Set([...(next.get(on.enter) ?? []), ...targets]));
    }
    for (const start of next.keys()) {
      const seen = new Set<string>();
      const walk = (code: string): boolean =>
        [...(next.get(code) ?? [])].some((target) => {
          if (target === start) return true;
          if (seen.has(target)) return false;
          seen.add(target);
          return walk(target);
        });
      if (walk(start)) {
        const title = stageTitle(this.definition, start);
        this.add(
          'process.circle',
          `Правила водят запись по кругу от «${title}» без единой задачи.`,
          `стадия «${title}»`,
        );
      }
    }
  }
}
