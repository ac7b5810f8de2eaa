import { and, asc, eq, getTableColumns } from 'drizzle-orm';
import type { ProcessReader, ProcessWriter } from '../../ports/processes.ts';
import type { Drizzle } from '../open-sqlite.ts';
import {
  processDefinitions as definitions,
  processRolePeople as rolePeople,
  processSwitches as switches,
  processWorkdays as workdays,
} from '../schema/processes.ts';

type Part = Pick<
  ProcessReader & ProcessWriter,
  | 'definitions'
  | 'definition'
  | 'switches'
  | 'rolePeople'
  | 'workdays'
  | 'saveDefinition'
  | 'dropDraft'
  | 'switchDefinition'
  | 'setRolePeople'
  | 'setWorkday'
>;

const { body: _body, ...headColumns } = getTableColumns(definitions);

/** Versions of definitions, who stands behind their roles, who is at work. */
export const createDefinitionStore = (db: Drizzle): Part => ({
  definitions: () =>
    db.select(headColumns).from(definitions).orderBy(asc(definitions.code), asc(definitions.version)).all(),
  definition: (code, version) =>
    db
      .select()
      .from(definitions)
      .where(and(eq(definitions.code, code), eq(definitions.version, version)))
      .get() ?? null,
  switches: () =>
    new Map(
      db
        .select()
        .from(switches)
        .all()
        .map(({ code, isActive }) => [code, isActive]),
    ),
  rolePeople: () => {
    const byRole = Map.groupBy(db.select().from(rolePeople).all(), ({ role }) => role);
    return new Map([...byRole].map(([role, rows]) => [role, rows.map(({ userId }) => userId)]));
  },
  workdays: () => db.select().from(workdays).all(),
  saveDefinition: ({ code, version, ...rest }) => {
    db.insert(definitions)
      .values({ code, version, ...rest })
      .onConflictDoUpdate({ target: [definitions.code, definitions.version], set: rest })
      .run();
  },
  dropDraft: (code) => {
    db.delete(definitions)
      .where(and(eq(definitions.code, code), eq(definitions.state, 'draft')))
      .run();
  },
  switchDefinition: (code, isActive) => {
    db.insert(switches)
      .values({ code, isActive })
      .onConflictDoUpdate({ target: switches.code, set: { isActive } })
      .run();
  },
  setRolePeople: (role, people) => {
    db.delete(rolePeople).where(eq(rolePeople.role, role)).run();
    for (const userId of new Set(people)) db.insert(rolePeople).values({ role, userId }).run();
  },
  setWorkday: ({ userId, ...rest }) => {
    db.insert(workdays)
      .values({ userId, ...rest })
      .onConflictDoUpdate({ target: workdays.userId, set: rest })
      .run();
  },
});
