import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';

/** Points of one picture, four bytes each. */
export type Pixels = { readonly data: Uint8ClampedArray<ArrayBuffer>; readonly width: number; readonly height: number };

const OPTIONS: ReaderOptions = { formats: ['Code128', 'DataMatrix', 'QRCode'], tryHarder: true, maxNumberOfSymbols: 8 };

let ready: Promise<unknown> | null = null;

/** The decoder is WebAssembly of the package itself, read from the disk: nothing is fetched. */
const prepare = (): Promise<unknown> => {
  ready ??= readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')).then((binary) =>
    prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(binary).buffer }, fireImmediately: true }),
  );
  return ready;
};

/** Texts of every bar code in the picture, each once. */
export const readCodes = async (pixels: Pixels): Promise<string[]> => {
  await prepare();
  const found = await readBarcodes({ ...pixels, colorSpace: 'srgb' }, OPTIONS);
  return [...new Set(found.filter(({ isValid }) => isValid).map(({ text }) => text))];
};
