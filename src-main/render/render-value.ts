import { cleanText } from './render-data.ts';

/** What docx-templates needs to place a picture; sizes in centimetres. */
export interface EnginePicture {
  readonly data: Uint8Array;
  readonly extension: string;
  readonly width: number;
  readonly height: number;
  readonly alt?: string;
}

const MAX_PICTURE_BYTES = 16 * 1024 * 1024;
const MAX_CENTIMETRES = 100;

/** The first bytes of the picture formats that may stand in a document. SVG may name other files, so it may not. */
const SIGNATURES: ReadonlyMap<string, readonly number[]> = new Map([
  ['.png', [0x89, 0x50, 0x4e, 0x47]],
  ['.jpg', [0xff, 0xd8, 0xff]],
  ['.jpeg', [0xff, 0xd8, 0xff]],
  ['.gif', [0x47, 0x49, 0x46, 0x38]],
]);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Turns a picture of the data (`{ $image: { base64, extension, widthCm, heightCm, alt } }`, or the fields that docx-templates itself asks for)
 * into one for the engine; undefined when it is not a picture.
 */
export function readPicture(value: unknown): EnginePicture | undefined {
  if (!isRecord(value)) return undefined;
  const image = isRecord(value['$image']) ? value['$image'] : undefined;
  const fields = image
    ? {
        base64: image['base64'],
        extension: image['extension'],
        width: image['widthCm'],
        height: image['heightCm'],
        alt: image['alt'],
      }
    : {
        base64: value['data'],
        extension: value['extension'],
        width: value['width'],
        height: value['height'],
        alt: value['alt'],
      };
  const { base64, extension, width, height, alt } = fields;
  if (typeof base64 !== 'string' || typeof extension !== 'string' || !isSize(width) || !isSize(height))
    return undefined;
  if (base64.length > (MAX_PICTURE_BYTES * 4) / 3 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined;
  const data = Buffer.from(base64, 'base64');
  const signature = SIGNATURES.get(extension);
  if (!signature?.every((byte, index) => data[index] === byte)) return undefined;
  return { data, extension, width, height, ...(typeof alt === 'string' ? { alt: cleanText(alt) } : {}) };
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value <= MAX_CENTIMETRES;
}

/** A link of the document: only addresses that open a browser or a letter. */
export function readLink(value: unknown): { readonly url: string; readonly label: string } | undefined {
  if (!isRecord(value) || typeof value['url'] !== 'string') return undefined;
  const { url, label } = value;
  if (!/^(?:https?:\/\/|mailto:)[^\s]+$/i.test(url)) return undefined;
  return { url, label: typeof label === 'string' || typeof label === 'number' ? cleanText(String(label)) : url };
}
