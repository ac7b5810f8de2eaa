import { describe, expect, test } from 'vitest';
import { cutPages, countPages, joinPages, picturePages } from '#main/exchange/pdf-pages/pdf-pages.ts';
import { scanCodes } from '#main/exchange/scan/scan-codes.ts';
import { scanPicture } from '#main/render/labels/scan-picture.ts';
import { paperCode } from '#shared/domain/reception/paper-code.ts';
import { unwrap } from '#test/helpers/a-core.ts';

const [FIRST, SECOND] = [paperCode(1204, 'a'), paperCode(77_000, 'b')];

const aScan = (codes: readonly (string | null)[]): Promise<Uint8Array> =>
  picturePages(codes.map((code, index) => scanPicture(code, index)));

describe('a scanned PDF', () => {
  test('gives the codes of each page', async () => {
    expect(unwrap(await scanCodes(await aScan([FIRST, null, SECOND])))).toEqual([[FIRST], [], [SECOND]]);
  });

  test('is cut and joined page by page, in the asked order', async () => {
    const bytes = await aScan([FIRST, null, SECOND]);
    const last = unwrap(await cutPages(bytes, 3, 3));
    expect(unwrap(await scanCodes(last))).toEqual([[SECOND]]);
    const joined = unwrap(await joinPages([{ bytes, page: 3 }, 'blank', { bytes, page: 1 }]));
    expect(unwrap(await countPages(joined))).toBe(3);
    expect(unwrap(await scanCodes(joined))).toEqual([[SECOND], [], [FIRST]]);
  });

  test('that is none is refused', async () => {
    const noise = Buffer.from('это не PDF');
    expect(await scanCodes(noise)).toEqual({ ok: false, error: 'notPdf' });
    expect(await countPages(noise)).toEqual({ ok: false, error: 'notPdf' });
    expect(await cutPages(await aScan([FIRST]), 2, 2)).toEqual({ ok: false, error: 'unreadable' });
  });
});
