import { join } from 'node:path';
import { writeFileAtomically } from '#main/adapters-node/atomic-write.ts';
import { baseLayout } from '#main/db/base-layout.ts';
import { encodeText } from '#main/exchange/bank-statement/encode-text.ts';
import { demoData } from '#shared/demo/demo-data.ts';
import { demoAnswers, demoStatements } from '#shared/demo/statements/demo-statements.ts';
import type { IsoDate } from '#shared/kernel/date.ts';

/** Files to try the program with, beside a demonstration base: bank statements and the right answer to them. Nothing is imported. */
export const writeDemoSamples = async (folder: string, today: IsoDate): Promise<void> => {
  const data = demoData(today);
  const place = join(baseLayout(folder).samples, 'Выписки');
  const answers = JSON.stringify(demoAnswers(data, today), null, 2);
  const files = [
    ...demoStatements(data, today).map(({ name, text, encoding }) => ({ name, bytes: encodeText(text, encoding) })),
    { name: 'Правильный ответ.json', bytes: new TextEncoder().encode(`${answers}\n`) },
  ];
  // Samples are a courtesy: a disk that takes no more of them still has a whole base.
  for (const { name, bytes } of files) await writeFileAtomically(join(place, name), bytes);
};
