import { join } from 'node:path';
import { writeFileAtomically } from '#main/adapters-node/atomic-write.ts';
import { systemRandom } from '#main/adapters-node/random.ts';
import { picturePages } from '#main/exchange/pdf-pages/pdf-pages.ts';
import { silentlyEdited } from '#main/render/silent-edits.ts';
import { scanPicture } from '#main/render/labels/scan-picture.ts';
import type { InputOf, MethodName, OutputOf } from '#shared/contract/index.ts';
import { contract } from '#shared/contract/index.ts';
import type { CoreHost } from './core-host.ts';

type Session = ReturnType<CoreHost['openSession']>;

/** Documents of the scan, and pages of the whole (product.md §8.6). */
const SCANNED = 23;
const PAGES = 60;
/** Pages at the beginning that nobody's code stands on. */
const UNKNOWN = 2;

/**
 * Files that need documents of the base: a scan of sixty pages with codes, and a contract that came back with three silent
 * edits, already compared. All by the same calls as the window makes.
 */
export const writePaperSamples = async (folder: string, session: Session): Promise<void> => {
  const ask = async <Name extends MethodName>(method: Name, input: InputOf<Name>): Promise<OutputOf<Name> | null> => {
    const answer = await session.call({ id: 1, method, input });
    if ('event' in answer || !answer.ok) return null;
    // The answer comes from the same contract entry; its shape is checked where tests make the calls.
    return contract[method].output.parse(answer.output) as OutputOf<Name>;
  };
  await ask('session.enter', { login: 'admin' });
  await writeScan(folder, ask);
  await returnContract(folder, ask);
};

type Ask = <Name extends MethodName>(method: Name, input: InputOf<Name>) => Promise<OutputOf<Name> | null>;

const writeScan = async (folder: string, ask: Ask): Promise<void> => {
  const register = await ask('closing.register', {
    view: 'awaited',
    sort: 'sentOn',
    descending: false,
    limit: SCANNED,
  });
  const codes: string[] = [];
  for (const { id } of register?.items ?? []) {
    const paper = await ask('signing.paper', { id });
    if (paper !== null) codes.push(paper.trail.code);
  }
  if (codes.length === 0) return;
  const extra = PAGES - UNKNOWN - codes.length * 2;
  const pages = codes.flatMap((code, index) => [code, ...Array.from({ length: index < extra ? 2 : 1 }, () => null)]);
  const pictures = [null, null, ...pages].map((code, index) => scanPicture(code, index));
  await writeFileAtomically(join(folder, 'Сканы', 'Подписанные документы.pdf'), await picturePages(pictures));
};

/** The first order of the forwarder that a contract can be issued for. */
const returnContract = async (folder: string, ask: Ask): Promise<void> => {
  const found = await ask('orders.list', { text: 'СтройСнаб', limit: 20 });
  for (const { id } of found?.items ?? []) {
    const pack = await ask('packs.issue', {
      commandId: systemRandom.uuid(),
      order: id,
      kinds: ['contract-carriage'],
      formats: ['docx'],
    });
    const issued = pack?.issued[0];
    if (issued === undefined) continue;
    await ask('check.pass', { commandId: systemRandom.uuid(), ids: [issued.id] });
    const file = await ask('documents.file', { id: issued.id, format: 'docx' });
    const edited = file === null ? null : await silentlyEdited(Buffer.from(file.bytes, 'base64'));
    if (file === null || edited === null) return;
    const name = `${file.name.replace(/\.docx$/u, '')} (вернул клиент).docx`;
    await writeFileAtomically(join(folder, 'Договоры', name), edited);
    const bytes = Buffer.from(edited).toString('base64');
    await ask('comparison.take', { commandId: systemRandom.uuid(), id: issued.id, name, bytes });
    return;
  }
};
