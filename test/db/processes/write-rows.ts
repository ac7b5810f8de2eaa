import { writeSync } from 'node:fs';
import { openTestBase } from '#test/helpers/a-base.ts';

/** A process of a test: commits one setting after another and prints the number of each after its commit. */
const [path = ''] = process.argv.slice(2);
const { base } = openTestBase(path);
for (let index = 1; ; index += 1) {
  base.write((stores) => {
    stores.settings.set(`row-${index}`, 'first half');
    stores.settings.set(`pair-${index}`, 'second half');
  });
  writeSync(1, `${index}\n`);
}
