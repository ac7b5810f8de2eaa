import { Bookmark } from 'docx';
import { FACSIMILE_PLACES } from '#shared/domain/document/facsimile.ts';

/** The point from which a picture of the stamp hangs: a bookmark in the row of the signature, above «М.П.». */
export const stampPlace = (): Bookmark[] => [new Bookmark({ id: FACSIMILE_PLACES.stamp, children: [] })];

/** The same for a signature: a bookmark on its line. */
export const signaturePlace = (): Bookmark[] => [new Bookmark({ id: FACSIMILE_PLACES.signature, children: [] })];
