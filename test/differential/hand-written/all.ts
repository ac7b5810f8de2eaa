import { aDocx } from '#test/helpers/docx-fixture.ts';
import type { HandWritten } from './build.ts';
import { MISTAKES } from './mistakes.ts';
import { PARTS } from './parts.ts';
import { TABLES } from './tables.ts';
import { TEXTS } from './texts.ts';

/** One template per construct. */
export const HAND_WRITTEN: readonly HandWritten[] = [...TABLES, ...PARTS, ...TEXTS, ...MISTAKES];

export const handWrittenTemplate = ({ body, parts }: HandWritten): Uint8Array => aDocx(body, parts);
