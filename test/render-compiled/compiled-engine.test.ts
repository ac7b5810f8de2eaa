import { createCompiledEngine } from '#main/render/compiled/compiled-engine.ts';
import { keepsThePromisesOfAnEngine } from '#test/helpers/engine-promises.ts';

keepsThePromisesOfAnEngine('the compiled engine', createCompiledEngine);
