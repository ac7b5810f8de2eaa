import { createDocxTemplatesEngine } from '#main/render/docx-templates-engine.ts';
import { keepsThePromisesOfAnEngine } from '#test/helpers/engine-promises.ts';

keepsThePromisesOfAnEngine('the reference engine', createDocxTemplatesEngine);
