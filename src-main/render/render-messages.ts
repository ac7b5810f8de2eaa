import type { Result } from '#shared/kernel/result.ts';
import type { RenderedDocument, RenderRequest, TemplateProblem } from '#main/ports/template-renderer.ts';

/** What the pool and its threads say to each other. */
export interface RenderJob {
  readonly id: number;
  readonly request: RenderRequest;
}

/** `ready` comes once, when the thread has loaded its code: the time limit of a document must not pay for that. */
export type RenderAnswer =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'done';
      readonly id: number;
      readonly outcome: Result<RenderedDocument, readonly TemplateProblem[]>;
    };
