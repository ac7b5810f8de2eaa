import { expect, test } from 'vitest';
import { createLineReader } from '#main/host/line-reader.ts';

const readAll = (chunks: readonly Uint8Array[], limit: number) => {
  const lines: string[] = [];
  let tooLong = 0;
  const read = createLineReader(
    () => limit,
    (line) => lines.push(line),
    () => {
      tooLong += 1;
    },
  );
  for (const chunk of chunks) read(chunk);
  return { lines, tooLong };
};

test('lines come whole however the bytes are cut, even in the middle of a letter', () => {
  const bytes = Buffer.from('«счёт»\n\nакт\nхвост');
  for (let size = 1; size <= bytes.length; size += 1) {
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    );
    expect(readAll(chunks, 100)).toEqual({ lines: ['«счёт»', '', 'акт'], tooLong: 0 });
  }
});

test('a line over the limit stops the reading, with or without its end', () => {
  expect(readAll([Buffer.from('abc'), Buffer.from('def'), Buffer.from('\nок\n')], 5)).toEqual({
    lines: [],
    tooLong: 1,
  });
  expect(readAll([Buffer.from('ok\nabcdef\nok\n')], 5)).toEqual({ lines: ['ok'], tooLong: 1 });
});
