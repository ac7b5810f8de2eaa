import { afterAll, describe, expect, test } from 'vitest';
import { createRenderPool, type RenderPool, type RenderPoolOptions } from '#main/render/render-pool.ts';
import { DEFAULT_DELIMITERS } from '#main/ports/template-renderer.ts';
import { aDocx, paragraph, paragraphsOf } from '#test/helpers/docx-fixture.ts';

const workerUrl = new URL('../../src-main/render/render-worker.ts', import.meta.url);
const pools: RenderPool[] = [];

function aPool(options: Partial<RenderPoolOptions> = {}): RenderPool {
  const pool = createRenderPool({ workerUrl, ...options });
  pools.push(pool);
  return pool;
}

afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
});

const request = (body: string, data: unknown = {}) => ({ template: aDocx(body), data, delimiters: DEFAULT_DELIMITERS });
const good = (number: number) => request(paragraph('{{number}}'), { number });

/** Honest syntax, and hours of work: a hundred million turns of a loop. */
const endless = () => {
  const lines = [
    '{{FOR a IN list}}',
    '{{FOR b IN list}}',
    '{{FOR c IN list}}',
    '{{$c}}',
    '{{END-FOR c}}',
    '{{END-FOR b}}',
    '{{END-FOR a}}',
  ];
  const list = Array.from({ length: 500 }, (_, index) => index);
  // The compiled renderer would refuse it within a second: only the reference engine goes on and on.
  return { ...request(lines.map((line) => paragraph(line)).join(''), { list }), engine: 'reference' as const };
};

async function outcome(result: ReturnType<RenderPool['render']>): Promise<string> {
  const rendered = await result;
  return rendered.ok ? ((await paragraphsOf(rendered.value.bytes))[0] ?? '') : (rendered.error[0]?.code ?? '');
}

describe('the pool', () => {
  test('renders many documents, each with its own data', async () => {
    const pool = aPool({ size: 2 });
    const numbers = Array.from({ length: 20 }, (_, index) => index);
    const results = await Promise.all(numbers.map((number) => outcome(pool.render(good(number)))));
    expect(results).toEqual(numbers.map(String));
  });

  test('one bad document never stops the rest', async () => {
    const pool = aPool({ timeLimitMs: 2_500 });
    const results = await Promise.all([
      outcome(pool.render(good(1))),
      outcome(pool.render(endless())),
      outcome(pool.render(request(paragraph('{{absent}}')))),
      outcome(pool.render({ ...good(1), template: new Uint8Array(5) })),
      outcome(pool.render(good(2))),
    ]);
    expect(results).toEqual(['1', 'template.tooSlow', 'template.expression.unknownName', 'template.damaged', '2']);
  });

  test('a document may be cancelled while it runs and while it waits', async () => {
    const pool = aPool();
    expect(await outcome(pool.render(good(0)))).toBe('0');
    const running = new AbortController();
    const waiting = new AbortController();
    const results = [
      outcome(pool.render(endless(), running.signal)),
      outcome(pool.render(good(1), waiting.signal)),
      outcome(pool.render(good(2))),
      outcome(pool.render(good(3), AbortSignal.abort())),
    ];
    waiting.abort();
    running.abort();
    expect(await Promise.all(results)).toEqual(['template.cancelled', 'template.cancelled', '2', 'template.cancelled']);
  });

  test('a thread that runs out of memory takes only its document with it', async () => {
    const greedy = new URL('../helpers/greedy-worker.ts', import.meta.url);
    const pool = aPool({ workerUrl: greedy, memoryLimitMb: 32 });
    const [heavy, light] = [outcome(pool.render({ ...good(1), data: 'greedy' })), outcome(pool.render(good(2)))];
    expect(await heavy).toBe('template.tooHeavy');
    expect(await light).toBe('{{number}}');
  });

  test('a thread that cannot start is told, not tried forever', async () => {
    const pool = aPool({ workerUrl: new URL('./no-such-worker.ts', import.meta.url) });
    expect(await Promise.all([outcome(pool.render(good(1))), outcome(pool.render(good(2)))])).toEqual([
      'template.failed',
      'template.failed',
    ]);
  });

  test('data that is no JSON is told', async () => {
    expect(await outcome(aPool().render(request(paragraph('x'), { a: () => 1 })))).toBe('template.dataNotJson');
  });

  test('closing cancels what is left', async () => {
    const pool = aPool();
    const results = [outcome(pool.render(endless())), outcome(pool.render(good(1)))];
    await pool.close();
    expect(await Promise.all(results)).toEqual(['template.cancelled', 'template.cancelled']);
    expect(await outcome(pool.render(good(2)))).toBe('template.cancelled');
  });
});
