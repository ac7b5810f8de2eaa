import { EASY_TEMPLATE_X } from '../dialect.ts';
import { requirePeer, type Engine } from '../engine.ts';
import { valueAt, type FormData } from '../form.ts';
import { templateBytes } from '../template-bytes.ts';

interface EasyTemplateX {
  readonly TemplateHandler: new (options: {
    scopeDataResolver: (args: { strPath: string[]; data: FormData }) => unknown;
  }) => { process(template: Uint8Array, data: FormData): Promise<Uint8Array> };
}

const { TemplateHandler } = requirePeer('easy-template-x') as EasyTemplateX;

/** Looks a dotted path up from the innermost scope outwards, as its documentation shows. */
function resolve({ strPath, data }: { strPath: string[]; data: FormData }): unknown {
  const name = strPath.at(-1) ?? '';
  for (let depth = strPath.length - 1; depth >= 0; depth -= 1) {
    const scope = depth === 0 ? data : valueAt(data, strPath.slice(0, depth).join('.'));
    const value = valueAt(scope as FormData, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

export const engine: Engine = {
  prepare(form, picture) {
    const template = Buffer.from(templateBytes(form, EASY_TEMPLATE_X, picture));
    const qr = {
      _type: 'image',
      source: Buffer.from(picture),
      format: 'image/png',
      altText: 'QR',
      width: 113,
      height: 113,
    };
    const handler = new TemplateHandler({ scopeDataResolver: resolve });
    return { shape: (data) => ({ ...data, qr }), fill: (data) => handler.process(template, data) };
  },
};
