import type { Effect } from '#shared/domain/process/effects.ts';
import type { ProcessEvent } from '#shared/domain/process/events.ts';
import type { LocalTime } from '#shared/domain/process/local-time.ts';
import type { Fields, ProcessState } from '#shared/domain/process/state.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import type { OrderId, UserId } from '#shared/kernel/id.ts';
import type { Page, PageRequest } from './page.ts';

/** The definitions that come with the program, as their files have them. */
export type ProcessFiles = { readonly shipped: () => readonly unknown[] };

/** A version of a definition that the office made, or that a record runs by. `body` is checked where it is read. */
export type StoredDefinition = {
  readonly code: string;
  readonly version: number;
  readonly state: 'draft' | 'released';
  readonly body: unknown;
  readonly note: string;
  readonly at: IsoInstant;
  /** Null for a version that came with the program. */
  readonly by: UserId | null;
};

/** Something that processes work on: a deal, a lead, a carrier's offer; an order of the base has one too. */
export type ProcessRecord = {
  readonly id: string;
  readonly recordType: string;
  readonly title: string;
  readonly orderId: OrderId | null;
  /** Of a record without a process of its own; those of a running one live in its state. */
  readonly fields: Fields;
  readonly createdAt: LocalTime;
};

/** A running process as lists see it; all but the first seven follow from its state. */
export type ProcessInstance = {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly business: string;
  readonly recordId: string;
  readonly parentId: string | null;
  /** `2026-W46` of a process that has one instance a week. */
  readonly weekKey: string | null;
  readonly title: string;
  readonly stage: string;
  readonly stageSince: LocalTime;
  readonly status: ProcessState['status'];
  readonly isOutside: boolean;
  /** Running, with no task, clock or open move that leads on. */
  readonly isIdle: boolean;
  readonly owner: string | null;
  /** Kopecks; null when the process has no sum. */
  readonly sum: number | null;
  readonly nextWake: LocalTime | null;
  readonly openTasks: number;
  readonly earliestDue: LocalTime | null;
};

export type LoggedEvent = {
  readonly sequence: number;
  readonly at: LocalTime;
  readonly event: ProcessEvent;
  readonly userId: UserId | null;
  readonly onBehalfOf: UserId | null;
};

/** `user:ID`, `role:BUSINESS/CODE`, `chat:NAME` or `nobody`. */
export type Holder = string;

export type ProcessTask = {
  readonly id: string;
  readonly instanceId: string;
  readonly code: string;
  readonly title: string;
  readonly element: string;
  readonly elementId: string | null;
  readonly creator: Holder;
  readonly holders: readonly Holder[];
  readonly status: 'open' | 'closed' | 'cancelled';
  readonly createdAt: LocalTime;
  readonly dueAt: LocalTime | null;
  readonly isLate: boolean;
  readonly isBackground: boolean;
  readonly result: string | null;
  readonly closedAt: LocalTime | null;
  readonly closedBy: UserId | null;
  readonly comment: string;
};

/** What a process did or asked to be done, in the order of doing: its timeline, and what is still to be done outside. */
export type ProcessDeed = {
  /** Id of the engine's effect: the same effect twice is once. */
  readonly id: string;
  readonly instanceId: string;
  readonly at: LocalTime;
  readonly kind: Effect['kind'] | 'started' | 'changed' | 'migrated' | 'delegated';
  readonly text: string;
  readonly body: unknown;
  /**
   * `waiting`: to be carried out after the transaction; `draft`: a message that nobody has sent yet; `handed`: could not be carried
   * out and became a task of a person.
   */
  readonly state: 'done' | 'waiting' | 'failed' | 'draft' | 'handed';
  readonly userId: UserId | null;
  readonly onBehalfOf: UserId | null;
  readonly isLate: boolean;
};

export type ProcessNotification = {
  readonly id: string;
  readonly userId: UserId;
  readonly at: LocalTime;
  readonly text: string;
  readonly instanceId: string | null;
  /** Code of a task that the reader may put with one click. */
  readonly offer: string | null;
  readonly isLate: boolean;
  readonly isRead: boolean;
};

export type ReportTable = {
  readonly title: string;
  readonly columns: readonly { readonly code: string; readonly title: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly string[])[];
  readonly totals: readonly string[] | null;
  readonly notes: readonly string[];
};

export type StoredReport = {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly at: LocalTime;
  readonly instanceId: string | null;
  readonly table: ReportTable;
};

export type ProcessFile = {
  readonly id: string;
  readonly instanceId: string;
  readonly taskId: string | null;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly at: LocalTime;
  readonly userId: UserId;
};

export type WorkdayState = 'off' | 'working' | 'break';
export type Workday = { readonly userId: UserId; readonly state: WorkdayState; readonly since: LocalTime };

export type InstanceFilter = {
  readonly code?: string | undefined;
  readonly codes?: readonly string[] | undefined;
  readonly stage?: string | undefined;
  readonly status?: ProcessState['status'] | undefined;
  readonly business?: string | undefined;
  readonly owner?: string | undefined;
  readonly text?: string | undefined;
  readonly isIdle?: boolean | undefined;
  readonly isOutside?: boolean | undefined;
  /** Finished ones only since this moment. */
  readonly finishedSince?: LocalTime | undefined;
};

export type TaskFilter = {
  /** Any of these; left out: whoever holds it. */
  readonly holders?: readonly Holder[] | undefined;
  readonly instanceIds?: readonly string[] | undefined;
  readonly business?: string | undefined;
  readonly text?: string | undefined;
  readonly code?: string | undefined;
  readonly dueBefore?: LocalTime | undefined;
  readonly dueFrom?: LocalTime | undefined;
};

export type TaskCounts = { readonly open: number; readonly today: number; readonly overdue: number };

export type StageCount = {
  readonly code: string;
  readonly stage: string;
  readonly count: number;
  readonly overdue: number;
  readonly status: ProcessState['status'];
};

export type ProcessReader = {
  readonly definitions: () => readonly Omit<StoredDefinition, 'body'>[];
  readonly definition: (code: string, version: number) => StoredDefinition | null;
  /** Processes that were switched on or off by hand. */
  readonly switches: () => ReadonlyMap<string, boolean>;
  /** People put behind a role by hand, by `BUSINESS/CODE`. */
  readonly rolePeople: () => ReadonlyMap<string, readonly UserId[]>;
  readonly record: (id: string) => ProcessRecord | null;
  readonly recordOfOrder: (orderId: OrderId) => ProcessRecord | null;
  readonly recordsOfType: (recordType: string, limit: number) => readonly ProcessRecord[];
  readonly instance: (id: string) => ProcessInstance | null;
  readonly state: (id: string) => ProcessState | null;
  readonly states: (ids: readonly string[]) => ReadonlyMap<string, ProcessState>;
  readonly ofRecord: (recordId: string) => readonly ProcessInstance[];
  readonly children: (instanceId: string) => readonly ProcessInstance[];
  readonly list: (filter: InstanceFilter, page: PageRequest) => Page<ProcessInstance>;
  /** The same rows without counting the rest. */
  readonly listItems: (filter: InstanceFilter, page: PageRequest) => readonly ProcessInstance[];
  readonly countStages: (
    filter: Pick<InstanceFilter, 'code' | 'owner' | 'text' | 'finishedSince'>,
    now: LocalTime,
  ) => readonly StageCount[];
  /** Running and finished ones by version. */
  readonly countVersions: () => readonly {
    readonly code: string;
    readonly version: number;
    readonly running: number;
    readonly finished: number;
  }[];
  readonly ofWeek: (code: string, weekKey: string) => ProcessInstance | null;
  /** The running one of that process whose field holds the value. */
  readonly withField: (code: string, field: string, value: string) => ProcessInstance | null;
  /** How many running ones of these processes each person has in the field. */
  readonly countField: (codes: readonly string[], field: string) => ReadonlyMap<string, number>;
  /** The first whose clock has run out; by its moment, then by age. */
  readonly nextDue: (now: LocalTime) => { readonly id: string; readonly nextWake: LocalTime } | null;
  readonly earliestWake: () => LocalTime | null;
  readonly log: (instanceId: string) => readonly LoggedEvent[];
  readonly task: (id: string) => ProcessTask | null;
  readonly openTasksOf: (instanceIds: readonly string[]) => readonly ProcessTask[];
  readonly tasksOf: (instanceId: string) => readonly ProcessTask[];
  /** Open ones by due date, without counting the rest: the first page of an inbox of thousands. */
  readonly firstOpen: (filter: TaskFilter, page: PageRequest) => readonly ProcessTask[];
  readonly inbox: (filter: TaskFilter, page: PageRequest) => Page<ProcessTask>;
  readonly countInbox: (filter: TaskFilter, now: LocalTime) => TaskCounts;
  /** Open tasks of others on the records of this person. */
  readonly waitedFor: (owner: string, holders: readonly Holder[], page: PageRequest) => Page<ProcessTask>;
  readonly countWaitedFor: (owner: string, holders: readonly Holder[]) => number;
  /** Closed by these people, newest first; left out: by anybody. */
  readonly closed: (
    userIds: readonly UserId[] | null,
    instanceIds: readonly string[] | null,
    page: PageRequest,
  ) => Page<ProcessTask>;
  readonly loads: (now: LocalTime) => readonly {
    readonly holder: Holder;
    readonly open: number;
    readonly today: number;
    readonly overdue: number;
    readonly oldest: LocalTime | null;
  }[];
  readonly timeline: (instanceIds: readonly string[], page: PageRequest) => Page<ProcessDeed>;
  readonly deed: (id: string) => ProcessDeed | null;
  readonly waitingDeeds: (limit: number) => readonly ProcessDeed[];
  /** Could not be carried out, and nobody was asked to do it instead; a look through all of them. */
  readonly failedDeeds: (limit: number) => readonly ProcessDeed[];
  readonly drafts: (instanceIds: readonly string[]) => readonly ProcessDeed[];
  readonly notifications: (userId: UserId, unreadOnly: boolean, page: PageRequest) => Page<ProcessNotification>;
  readonly unread: (userId: UserId) => number;
  readonly reports: (
    filter: { readonly code?: string | undefined; readonly instanceIds?: readonly string[] | undefined },
    page: PageRequest,
  ) => Page<Omit<StoredReport, 'table'>>;
  readonly report: (id: string) => StoredReport | null;
  readonly files: (instanceIds: readonly string[]) => readonly ProcessFile[];
  readonly file: (id: string) => ProcessFile | null;
  readonly workdays: () => readonly Workday[];
};

export type ProcessWriter = {
  readonly saveDefinition: (definition: StoredDefinition) => void;
  readonly dropDraft: (code: string) => void;
  readonly switchDefinition: (code: string, isActive: boolean) => void;
  readonly setRolePeople: (role: string, people: readonly UserId[]) => void;
  readonly saveRecord: (record: ProcessRecord) => void;
  readonly saveInstance: (instance: ProcessInstance, state: ProcessState) => void;
  readonly appendLog: (instanceId: string, entry: LoggedEvent) => void;
  readonly saveTask: (task: ProcessTask) => void;
  readonly addDeed: (deed: ProcessDeed) => void;
  readonly settleDeed: (id: string, state: ProcessDeed['state'], text: string) => void;
  readonly notify: (notification: ProcessNotification) => void;
  readonly markRead: (userId: UserId, ids: readonly string[] | null) => void;
  readonly addReport: (report: StoredReport) => void;
  readonly addFile: (file: ProcessFile) => void;
  readonly setWorkday: (workday: Workday) => void;
};
