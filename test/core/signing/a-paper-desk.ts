import { requireDefined } from '#shared/kernel/assert.ts';
import { asId } from '#shared/kernel/id.ts';
import type { CoreDeps } from '#main/core/deps.ts';
import { unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { startDemoCore } from '#test/helpers/a-demo-core.ts';

/** People of the demonstration office at one core, and what they do with papers. */
export type PaperDesk = {
  readonly core: TestCore;
  readonly office: TestCaller;
  readonly director: TestCaller;
  readonly accountant: TestCaller;
  readonly lawyer: TestCaller;
  /** Issues the documents of an order; answers with their ids by kind. */
  readonly issue: (order: string, kinds?: string[]) => Promise<ReadonlyMap<string, string>>;
  readonly sign: (id: string) => Promise<unknown>;
  readonly send: (id: string) => Promise<unknown>;
  readonly stateOf: (id: string) => string;
  readonly partyOf: (id: string) => string;
};

/** The demonstration base without its papers: every test issues its own. */
export const openPaperDesk = async (overrides: Partial<CoreDeps> = {}): Promise<PaperDesk> => {
  const core = await startDemoCore(overrides);
  const byRole = async (role: string): Promise<TestCaller> => {
    const person = core.base.read.users.list().find(({ roles }) => roles.some((own) => own === role));
    return core.as(requireDefined(person, `a person who is ${role}`).login);
  };
  const [office, director, accountant, lawyer] = [
    await byRole('officeManager'),
    await byRole('director'),
    await byRole('accountant'),
    await byRole('lawyer'),
  ];
  const paperOf = (id: string) => requireDefined(core.base.read.documents.get(asId(id)), 'a document');
  return {
    core,
    office,
    director,
    accountant,
    lawyer,
    issue: async (order, kinds) => {
      const pack = unwrap(await office.call('packs.issue', { commandId: core.newId(), order, kinds }));
      return new Map(pack.issued.map(({ kind, id }) => [kind, id]));
    },
    sign: async (id) => unwrap(await director.call('signing.sign', { commandId: core.newId(), id })),
    send: async (id) => unwrap(await office.call('signing.sent', { commandId: core.newId(), id })),
    stateOf: (id) => paperOf(id).paperState,
    partyOf: (id) => paperOf(id).partyId,
  };
};
