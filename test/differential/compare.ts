import { createReport } from 'docx-templates';
import type { Result } from '#shared/kernel/result.ts';
import { createCompiledEngine } from '#main/render/compiled/compiled-engine.ts';
import { createDocxTemplatesEngine } from '#main/render/docx-templates-engine.ts';
import {
  DEFAULT_DELIMITERS,
  type RenderedDocument,
  type RenderRequest,
  type TemplateProblem,
} from '#main/ports/template-renderer.ts';
import { codesOf, explain } from './explained.ts';
import { firstDifference, normalise } from './normalise.ts';

export interface Case {
  readonly template: Uint8Array;
  readonly data: unknown;
  /** The id of a difference that the case is known to show. */
  readonly explained?: string | undefined;
}

export type Verdict =
  | { readonly kind: 'same'; readonly bytes: Uint8Array }
  /** Both refuse, with the same problems. */
  | { readonly kind: 'refused'; readonly codes: readonly string[] }
  /** The compiler does not know the construct and says so. */
  | { readonly kind: 'handedOver'; readonly construct: string }
  /** Differs as `src-main/render/compiled/DIFFERENCES.md` says under that id. */
  | { readonly kind: 'explained'; readonly id: string; readonly bytes: Uint8Array | undefined }
  | { readonly kind: 'different'; readonly story: string };

type Outcome = Result<RenderedDocument, readonly TemplateProblem[]>;

/** A form of 60 wide rows takes a hundred thousand moves; an endless walk would take gigabytes before its own limit. */
const reference = createDocxTemplatesEngine(500_000);
const compiled = createCompiledEngine();

const requestOf = ({ template, data }: Case): RenderRequest => ({ template, data, delimiters: DEFAULT_DELIMITERS });

/** Renders with both engines and says how the answers stand to each other. */
export async function compare(sample: Case): Promise<Verdict> {
  const ours = await compiled.render(requestOf(sample));
  if (ours.ok && ours.value.engine === 'reference') {
    return { kind: 'handedOver', construct: ours.value.fallback ?? 'no reason given' };
  }
  const theirs = await reference.render(requestOf(sample));
  const story = await differenceOf(theirs, ours);
  if (story === undefined) {
    return ours.ok ? { kind: 'same', bytes: ours.value.bytes } : { kind: 'refused', codes: codesOf(ours) };
  }
  const id = explain({ sample, theirs, ours, story });
  return id === undefined
    ? { kind: 'different', story }
    : { kind: 'explained', id, bytes: ours.ok ? ours.value.bytes : undefined };
}

async function differenceOf(theirs: Outcome, ours: Outcome): Promise<string | undefined> {
  if (theirs.ok && ours.ok) {
    return firstDifference(await normalise(theirs.value.bytes), await normalise(ours.value.bytes));
  }
  const [left, right] = [outcomeText(theirs), outcomeText(ours)];
  return left === right ? undefined : `\n  reference: ${left}\n  ours:      ${right}`;
}

/** A refusal is the same when its codes are: ours may know the place better. */
const outcomeText = (outcome: Outcome): string =>
  outcome.ok ? 'a document' : `refused: ${codesOf(outcome).join(', ')}`;

/**
 * The same with docx-templates' own evaluator, for templates whose expressions mean the same in both and whose data hold nothing that it gets
 * wrong (`||`, control characters, empty items of lists). Pictures must be in its own shape. It keeps the `\r` of Windows line breaks.
 */
export async function differenceToPlain(sample: Case, ours: Uint8Array): Promise<string | undefined> {
  const plain = await createReport({
    template: sample.template,
    data: JSON.parse(JSON.stringify(sample.data).replaceAll(String.raw`\r\n`, String.raw`\n`)) as Record<
      string,
      unknown
    >,
    cmdDelimiter: ['{{', '}}'],
    indentXml: false,
    processLineBreaksAsNewText: true,
  });
  return firstDifference(await normalise(plain), await normalise(ours));
}
