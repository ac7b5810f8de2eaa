import type * as DocxTemplates from 'docx-templates';
import { DOCX_TEMPLATES } from '../dialect.ts';
import { requirePeer, type Engine } from '../engine.ts';
import { templateBytes } from '../template-bytes.ts';

const { createReport } = requirePeer('docx-templates') as typeof DocxTemplates;

/** With its default options; only the limit of moves is raised, or it would refuse at some 1,500 rows. */
export const engine: Engine = {
  prepare(form, picture) {
    const template = templateBytes(form, DOCX_TEMPLATES, picture);
    const qr = { data: Buffer.from(picture).toString('base64'), extension: '.png', width: 3, height: 3 };
    return {
      shape: (data) => ({ ...data, qr }),
      fill: (data) => createReport({ template, data, cmdDelimiter: ['{{', '}}'], maximumWalkingDepth: 100_000_000 }),
    };
  },
};
