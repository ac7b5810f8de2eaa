import type { EncodedPart } from './encode-part.ts';
import type { FixedBlock, PackedFile, RelationsPlan } from './package-plan.ts';
import type { PartProgram } from './program.ts';

/** A part that documents fill. */
export interface PartCode {
  readonly name: string;
  readonly program: PartProgram;
  readonly encoded: EncodedPart;
  /** Present when the part may get pictures or links. */
  readonly relations: RelationsPlan | undefined;
}

/** A compiled template as it is kept on disk: data only. */
export interface TemplateCode {
  readonly fixed: FixedBlock;
  /** `[Content_Types].xml` without and with pictures; absent when the template has no IMAGE. */
  readonly types: { readonly plain: PackedFile; readonly withPictures: PackedFile } | undefined;
  readonly parts: readonly PartCode[];
  /** The highest id of a shape in the template. */
  readonly lastShapeId: number;
}
