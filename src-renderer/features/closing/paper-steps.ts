import { needsOurSignature, needsTheirSignature } from '#shared/domain/signing/copies.ts';
import type { Course, Route } from '#shared/domain/signing/course.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import type { Medium } from '#shared/domain/party/party.ts';
import { wayTexts } from '#renderer/text/way-texts.ts';
import type { LifeStep } from '#renderer/ui/stepper.tsx';

type StepsInput = {
  readonly kind: DocumentKind;
  readonly medium: Medium;
  readonly isAnnulled: boolean;
  readonly withApprovals: boolean;
  readonly course: Course;
  /** Days that our copy has been waited for; 0 where nobody waits. */
  readonly days: number;
};

type StepId = keyof typeof wayTexts.steps;

const ROUTE_RANK: Readonly<Record<Route, number>> = {
  issued: 0,
  checked: 1,
  approving: 1,
  approved: 2,
  signed: 3,
  refused: 3,
  accepted: 4,
  entered: 5,
};

/** The life of our copy: done, the step where it stands, and what is still ahead; steps its way lacks are absent. */
export const ourSteps = (input: StepsInput): readonly LifeStep[] => {
  const { kind, medium, course, isAnnulled } = input;
  const comesBack = needsTheirSignature(kind);
  const ids: readonly StepId[] = [
    'issued',
    'checked',
    ...(input.withApprovals ? (['approved'] as const) : []),
    ...(needsOurSignature(kind) ? (['signed'] as const) : []),
    'sent',
    ...(comesBack && medium === 'edo' ? (['electronic'] as const) : []),
    ...(comesBack && medium !== 'edo' && (medium === 'scan' || course.ours === 'scan') ? (['scan'] as const) : []),
    ...(comesBack && medium === 'paper' ? (['original'] as const) : []),
    'accepted',
    'entered',
  ];
  const isDone = (id: StepId): boolean => DONE[id]?.(course) ?? false;
  const current = ids.find((id) => !isDone(id));
  const steps = ids.map((id): LifeStep => ({
    id,
    label: wayTexts.steps[id],
    state: isDone(id) ? 'done' : id === current && !isAnnulled ? 'current' : 'future',
    ...(id === current && input.days > 0 ? { detail: wayTexts.days(input.days) } : {}),
  }));
  if (isAnnulled)
    return [
      ...steps.filter(({ state }) => state === 'done'),
      { id: 'annulled', label: wayTexts.steps.annulled, state: 'annulled' },
    ];
  if (course.route !== 'refused') return steps;
  return [
    ...steps.filter(({ state }) => state === 'done'),
    { id: 'refused', label: wayTexts.steps.refused, state: 'refused' },
  ];
};

/** The life of the copy that stays with them. */
export const theirSteps = ({ theirs }: Course): readonly LifeStep[] => [
  { id: 'sent', label: wayTexts.steps.sent, state: theirs === 'here' ? 'future' : 'done' },
  {
    id: 'delivered',
    label: wayTexts.steps.delivered,
    state: theirs === 'delivered' ? 'done' : theirs === 'out' ? 'current' : 'future',
  },
];

const reached = (rank: number) => (course: Course) => ROUTE_RANK[course.route] >= rank;

const DONE: Readonly<Partial<Record<StepId, (course: Course) => boolean>>> = {
  issued: () => true,
  checked: reached(1),
  approved: reached(2),
  signed: reached(3),
  sent: ({ ours, theirs }) => ours !== 'here' || theirs !== 'here',
  scan: ({ ours }) => ours === 'scan' || ours === 'original',
  original: ({ ours }) => ours === 'original',
  electronic: ({ ours }) => ours === 'electronic',
  accepted: reached(4),
  entered: reached(5),
};
