import { Packer, type Document } from 'docx';
import { readOwnZip, writeZip } from './zip.ts';

/** The moment written into the properties of every form, so that it does not depend on the day it was built. */
const BUILT_AT = '2026-01-01T00:00:00Z';

/** What docx makes anew at each build: times of creation, ids of bookmarks and of the watermark shapes. */
const settle = (xml: string): string => {
  let shape = 0;
  let bookmark = 0;
  return xml
    .replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${BUILT_AT}`)
    .replaceAll(
      /(<w:bookmarkStart\b[^>]*?w:id=")[^"]*("[^>]*\/><w:bookmarkEnd w:id=")[^"]*(")/gu,
      (_, ...parts: string[]) => {
        bookmark += 1;
        const [start = '', middle = '', end = ''] = parts;
        return `${start}${bookmark}${middle}${bookmark}${end}`;
      },
    )
    .replaceAll(/(<v:shape\b[^>]*?\bid=")[^"]*(")/gu, (_, before: string, after: string) => {
      shape += 1;
      // Word finds its watermarks by this name, so that «Удалить подложку» works.
      return `${before}PowerPlusWaterMarkObject${shape}${after}`;
    });
};

/** The bytes of a form, the same at each build. */
export const formBytes = async (document: Document): Promise<Buffer> => {
  const entries = readOwnZip(await Packer.toBuffer(document));
  return writeZip(
    entries.map(({ name, data }) => ({
      name,
      data: name.endsWith('.xml') ? Buffer.from(settle(data.toString('utf8'))) : data,
    })),
  );
};
