import type { NewRule, RuleDeed, RuleMoment } from '#shared/domain/process/add-rule.ts';
import type { Due } from '#shared/domain/process/definition-due.ts';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import { DOCUMENT_KINDS } from '#shared/domain/document/document.ts';
import { whoOf } from './who-form.ts';

export const MOMENT_KINDS = ['enter', 'leave', 'closed', 'filled', 'clock'] as const satisfies RuleMoment['kind'][];
export const DEED_KINDS = ['task', 'move', 'notify', 'message', 'document'] as const satisfies RuleDeed['kind'][];

/** A sentence with slots: when · what · whom · in which words · by when. Slots that a choice does not use keep their value. */
export type RuleForm = {
  readonly moment: RuleMoment['kind'];
  readonly stage: string;
  readonly task: string;
  readonly field: string;
  /** When the clock rings. */
  readonly ring: Due | null;
  readonly deed: RuleDeed['kind'];
  readonly title: string;
  readonly who: string;
  readonly due: Due | null;
  readonly target: string;
  readonly text: string;
  readonly document: string;
};

/** The form as it opens: something happens when a record comes to this stage. */
export const emptyRule = ({ stages, roles }: ProcessDefinition, stage: string): RuleForm => {
  const here = stages.find(({ code }) => code === stage) ?? stages[0];
  const next = stages[stages.findIndex(({ code }) => code === here?.code) + 1];
  return {
    moment: 'enter',
    stage: here?.code ?? '',
    task: '',
    field: '',
    ring: { after: { workingDays: 1 } },
    deed: 'task',
    title: '',
    who: roles[0] === undefined ? 'responsible' : `role:${roles[0].code}`,
    due: { after: { workingDays: 1 } },
    target: next?.code ?? '',
    text: '',
    document: '',
  };
};

/** The slots that the sentence still needs. */
export type Slot = 'task' | 'field' | 'ring' | 'title' | 'who' | 'target' | 'text' | 'document';

const momentOf = ({ moment, stage, task, field, ring }: RuleForm): RuleMoment | Slot => {
  switch (moment) {
    case 'enter':
    case 'leave':
      return { kind: moment, stage };
    case 'closed':
      return task === '' ? 'task' : { kind: moment, task };
    case 'filled':
      return field === '' ? 'field' : { kind: moment, stage, field };
    case 'clock':
      return ring === null ? 'ring' : { kind: moment, stage, due: ring };
  }
};

const deedOf = (form: RuleForm): RuleDeed | Slot => {
  const who = whoOf(form.who);
  const [title, text] = [form.title.trim(), form.text.trim()];
  const document = DOCUMENT_KINDS.find((kind) => kind === form.document);
  switch (form.deed) {
    case 'task':
      if (title === '') return 'title';
      return who === null ? 'who' : { kind: 'task', title, who, due: form.due };
    case 'move':
      return form.target === '' ? 'target' : { kind: 'move', stage: form.target };
    case 'notify':
      if (text === '') return 'text';
      return who === null ? 'who' : { kind: 'notify', who, text };
    case 'message':
      return text === '' ? 'text' : { kind: 'message', text };
    case 'document':
      return document === undefined ? 'document' : { kind: 'document', document };
  }
};

/** The rule of a filled form, or the first slot that is still empty. */
export const ruleOf = (form: RuleForm): NewRule | Slot => {
  const on = momentOf(form);
  if (typeof on === 'string') return on;
  const deed = deedOf(form);
  return typeof deed === 'string' ? deed : { on, do: deed };
};
