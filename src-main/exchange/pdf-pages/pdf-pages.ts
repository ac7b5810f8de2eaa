import { PDFDocument, PDFName, drawObject, popGraphicsState, pushGraphicsState, scale } from '@cantoo/pdf-lib';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { PaperFileFault } from '#main/ports/paper-files.ts';
import { readGreyPng } from './read-grey-png.ts';

const A4 = [595.28, 841.89] as const;

const open = async (bytes: Uint8Array): Promise<Result<PDFDocument, PaperFileFault>> => {
  if (!Buffer.from(bytes.subarray(0, 1024)).toString('latin1').includes('%PDF-')) return err('notPdf');
  try {
    return ok(await PDFDocument.load(bytes, { ignoreEncryption: false, throwOnInvalidObject: false }));
  } catch {
    return err('unreadable');
  }
};

export const countPages = async (bytes: Uint8Array): Promise<Result<number, PaperFileFault>> => {
  const pdf = await open(bytes);
  return pdf.ok ? ok(pdf.value.getPageCount()) : pdf;
};

/** Pages of several files as one, in the given order. The same pages give the same bytes: no dates are written. */
export const joinPages = async (
  parts: readonly ({ readonly bytes: Uint8Array; readonly page: number } | 'blank')[],
): Promise<Result<Uint8Array, PaperFileFault>> => {
  const made = await PDFDocument.create({ updateMetadata: false });
  const opened = new Map<Uint8Array, PDFDocument>();
  for (const part of parts) {
    if (part === 'blank') {
      made.addPage([...A4]);
      continue;
    }
    const known = opened.get(part.bytes);
    const pdf = known === undefined ? await open(part.bytes) : ok(known);
    if (!pdf.ok) return pdf;
    opened.set(part.bytes, pdf.value);
    if (part.page < 1 || part.page > pdf.value.getPageCount()) return err('unreadable');
    const [page] = await made.copyPages(pdf.value, [part.page - 1]);
    if (page !== undefined) made.addPage(page);
  }
  return ok(await made.save());
};

export const cutPages = (bytes: Uint8Array, from: number, to: number): Promise<Result<Uint8Array, PaperFileFault>> =>
  joinPages(Array.from({ length: to - from + 1 }, (_, index) => ({ bytes, page: from + index })));

/** Pages that are one picture each, as a scanner makes them. */
export const picturePages = async (pictures: readonly Uint8Array[]): Promise<Uint8Array> => {
  const made = await PDFDocument.create({ updateMetadata: false });
  for (const png of pictures) {
    const { context } = made;
    const name = PDFName.of('Scan');
    const page = made.addPage([...A4]);
    page.node.setXObject(name, context.register(greyPicture(made, png)));
    page.pushOperators(pushGraphicsState(), scale(...A4), drawObject(name), popGraphicsState());
  }
  return made.save();
};

/**
 * The points of a grey PNG as they are packed in it: PDF reads its lines and filters by the same rules. A library that takes
 * any picture unpacks and packs each page anew, which took longer than all else of a demonstration base.
 */
const greyPicture = (made: PDFDocument, png: Uint8Array) => {
  const { width, height, bits, data } = readGreyPng(png);
  return made.context.stream(data, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ColorSpace: 'DeviceGray',
    BitsPerComponent: bits,
    Filter: 'FlateDecode',
    DecodeParms: { Predictor: 15, Colors: 1, BitsPerComponent: bits, Columns: width },
  });
};
