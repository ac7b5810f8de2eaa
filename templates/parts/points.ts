import { AlignmentType, LevelFormat, Paragraph, type INumberingOptions } from 'docx';
import { run } from './text.ts';
import { gap, mm } from './units.ts';

const REFERENCE = 'points';

/** Word's own numbering 1., 2., 3. of a short paper without sections: a point that is not printed leaves no gap. */
export const POINT_NUMBERING: INumberingOptions = {
  config: [
    {
      reference: REFERENCE,
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1.',
          alignment: AlignmentType.START,
          style: { paragraph: { indent: { left: 0, firstLine: mm(7) } } },
          suffix: 'space' as const,
        },
      ],
    },
  ],
};

/** A numbered point; `keep` holds it on the page of what follows. */
export const point = (text: string, keep = false): Paragraph =>
  new Paragraph({
    numbering: { reference: REFERENCE, level: 0 },
    alignment: AlignmentType.BOTH,
    spacing: { after: gap(2) },
    keepLines: true,
    ...(keep ? { keepNext: true } : {}),
    children: [run(text.replaceAll(' – ', '\u00A0– '))],
  });
