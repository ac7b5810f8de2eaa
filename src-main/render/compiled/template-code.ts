import type { EncodedPart } from './encoded-part.ts';
import type { PartProgram } from './program.ts';
import type { ZipRecord } from './zip-records.ts';

/** A file of the package with its bytes as they lie in the zip. */
export interface PackedFile {
  readonly record: ZipRecord;
  readonly body: Uint8Array;
}

/** Files that no document changes: one block of bytes from the beginning of the zip on, and their lines of the directory. */
export interface FixedBlock {
  readonly bytes: Uint8Array;
  readonly directory: Uint8Array;
  readonly count: number;
}

/** A file with relations of a part. It is changed only when a document gets pictures or links. */
export interface RelationsPlan {
  readonly name: string;
  /** As it is without any; absent if the template has no such file. */
  readonly unchanged: PackedFile | undefined;
  /** The chunks of RELATION. */
  readonly encoded: EncodedPart;
}

/** The chunks of a file with relations: in between go the id and the target. */
export const RELATION = { head: 0, id: 1, picture: 2, pictureEnd: 3, link: 4, linkEnd: 5, tail: 6 } as const;

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
