import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { composeCore } from '../../../src-main/host/compose.ts';
import { noMainPorts } from '../../../src-main/host/main-ports.ts';
import { sourceOptions } from '../../../src-main/host/program.ts';
import { OWN } from '../../exchange/bank-statement/a-statement.ts';

const PORTION_BYTES = 1_500_000;
const BANK = { bic: '044525225', bankName: 'ПАО Сбербанк', corrAccount: '30101810400000000225' };

/** Imports a file into a new base through the door that the window and the command line use; gives the number of operations taken. */
export const importFile = async (file: string): Promise<number> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'komplekt-import-'));
  const host = await composeCore(sourceOptions(folder, 'create'), noMainPorts);
  if (!host.ok) throw new Error(host.error.code);
  const session = host.value.openSession(() => undefined);
  let lastId = 0;
  const call = async (method: string, input: Record<string, unknown>): Promise<Record<string, unknown>> => {
    const answer = await session.call({ id: (lastId += 1), method, input });
    if ('event' in answer || !answer.ok) throw new Error(`${method}: ${JSON.stringify(answer)}`);
    return answer.output as Record<string, unknown>;
  };
  await call('session.enter', { login: 'admin' });
  const name = 'ООО «Ромашка-Логистика»';
  const company = { kind: 'org', shortName: name, fullName: name, inn: '7700000016', kpp: '770001001' };
  const organisations = [
    { ...company, business: 'freight', city: 'г. Москва', bankAccounts: [{ account: OWN, ...BANK }] },
  ];
  await call('organisations.import', { commandId: crypto.randomUUID(), file: 'bench', organisations });
  const token = await send(call, file);
  const report = await call('statements.import', { commandId: crypto.randomUUID(), token, fileName: 'bench.txt' });
  session.close();
  await host.value.close();
  rmSync(folder, { recursive: true, force: true });
  return Number(report['imported']);
};

const send = async (
  call: (method: string, input: Record<string, unknown>) => Promise<Record<string, unknown>>,
  file: string,
): Promise<unknown> => {
  let token: unknown = null;
  for await (const portion of createReadStream(file, { highWaterMark: PORTION_BYTES, encoding: 'base64' }))
    ({ token } = await call('statements.receive', { token, bytes: portion }));
  return token;
};
