import type { FacsimilePart } from '#shared/domain/document/facsimile.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';

/**
 * A document to be made. `data` is pure JSON: it is the frozen snapshot of a document, so that a reprint equals the print, and it
 * travels to a worker thread. Values come ready for print (sums, dates and words are texts); pictures are JSON too, see `TemplateImage`.
 */
export interface RenderRequest {
  /** The bytes of a .docx template; they may come from anybody and are not trusted. */
  readonly template: Uint8Array;
  readonly data: unknown;
  /** Laid over the finished document where it has the bookmarks for them. */
  readonly pictures?: readonly PictureToLay[];
  /** Printed in the margin as a bar code, so that the paper is known when it comes back. */
  readonly code?: string;
  /** Ours are `{{` and `}}`. */
  readonly delimiters: readonly [open: string, close: string];
  /** `compiled` unless somebody wants to compare: the reference is docx-templates itself. */
  readonly engine?: RenderEngine;
}

/** The compiled renderer makes every document; the reference engine makes what it hands over. */
export type RenderEngine = 'compiled' | 'reference';

/** A PNG laid behind the text at its bookmark, so that pages break as they would without it. */
export interface PictureToLay {
  readonly part: FacsimilePart;
  readonly base64: string;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** A picture in the data: `{ "payQr": { "$image": { … } } }`, printed by `{{IMAGE payQr}}`. */
export interface TemplateImage {
  readonly $image: {
    readonly base64: string;
    readonly extension: '.png' | '.jpg' | '.jpeg' | '.gif';
    readonly widthCm: number;
    readonly heightCm: number;
    /** What the picture shows, for screen readers. */
    readonly alt?: string;
  };
}

/** The finished .docx. Equal requests give equal bytes. */
export interface RenderedDocument {
  readonly bytes: Uint8Array;
  /** Which engine filled it. */
  readonly engine?: RenderEngine;
  /** Why the reference engine had to: the construct that the compiler does not know, and its place. */
  readonly fallback?: string;
}

/** Codes begin with `template.`; `where` names the part, page, paragraph and command. */
export type TemplateProblem = Problem;

/** Fills .docx templates. All problems of a template are given at once; a broken template is never an exception. */
export interface TemplateRenderer {
  render(request: RenderRequest, signal?: AbortSignal): Promise<Result<RenderedDocument, readonly TemplateProblem[]>>;
}

export const DEFAULT_DELIMITERS: RenderRequest['delimiters'] = ['{{', '}}'];
