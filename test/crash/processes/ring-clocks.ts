import { createBase } from '#main/db/base.ts';
import { openSqlite } from '#main/db/open-sqlite.ts';
import { clockAt, countingRandom, definitionOf, startRunner } from '../../process/runner/a-runner.ts';

/** Rings the clocks of the base in the given file and says so; its parent kills it in the middle. */
const [file = '', moment = ''] = process.argv.slice(2);
const sqlite = openSqlite(file);
const definition = definitionOf('clocks', 1, [{ tasks: 1, rings: 45, paid: null }]);
const runner = startRunner(createBase(sqlite), clockAt(moment), [definition], countingRandom());
console.log('ready');
runner.tick();
console.log('done');
sqlite.close();
