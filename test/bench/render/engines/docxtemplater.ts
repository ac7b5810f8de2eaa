import { DOCXTEMPLATER } from '../dialect.ts';
import { requirePeer, type Engine } from '../engine.ts';
import { valueAt, type FormData } from '../form.ts';
import { templateBytes } from '../template-bytes.ts';

interface Zip {
  generate(options: { type: 'uint8array'; compression: 'DEFLATE' }): Uint8Array;
}
interface Templater {
  render(data: FormData): void;
  getZip(): Zip;
}
type TemplaterClass = new (
  zip: Zip,
  options: {
    paragraphLoop: boolean;
    linebreaks: boolean;
    parser: (tag: string) => { get: (scope: FormData) => unknown };
  },
) => Templater;

const Docxtemplater = requirePeer('docxtemplater') as TemplaterClass;
const PizZip = requirePeer('pizzip') as new (bytes: Uint8Array) => Zip;

export const engine: Engine = {
  prepare(form, picture) {
    const template = templateBytes(form, DOCXTEMPLATER, picture);
    return {
      shape: (data) => data,
      async fill(data) {
        const templater = new Docxtemplater(new PizZip(template), {
          paragraphLoop: true,
          linebreaks: true,
          // Dotted paths, in the way its documentation shows.
          parser: (tag) => ({ get: (scope) => valueAt(scope, tag) }),
        });
        templater.render(data);
        return templater.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' });
      },
    };
  },
};
