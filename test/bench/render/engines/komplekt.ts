import { DEFAULT_DELIMITERS } from '../../../../src-main/ports/template-renderer.ts';
import { createCompiledEngine } from '../../../../src-main/render/compiled/compiled-engine.ts';
import { DOCX_TEMPLATES } from '../dialect.ts';
import type { Engine } from '../engine.ts';
import { templateBytes } from '../template-bytes.ts';

const cache = process.env['KOMPLEKT_BENCH_CACHE'];
const renderer = createCompiledEngine(cache === undefined ? {} : { cache });

/** Our renderer behind its port, with all its checks, as the program uses it. */
export const engine: Engine = {
  prepare(form, picture) {
    const template = templateBytes(form, DOCX_TEMPLATES, picture);
    const $image = { base64: Buffer.from(picture).toString('base64'), extension: '.png', widthCm: 3, heightCm: 3 };
    return {
      shape: (data) => ({ ...data, qr: { $image } }),
      async fill(data) {
        const result = await renderer.render({ template, data, delimiters: DEFAULT_DELIMITERS });
        if (!result.ok) throw new Error(result.error.map(({ code, where }) => `${code} ${where}`).join('\n'));
        // The reference engine in its place would be measured as ours.
        if (result.value.engine === 'reference') throw new Error(`handed over: ${result.value.fallback}`);
        return result.value.bytes;
      },
    };
  },
};
