const EMU_PER_MM = 36_000;

const IMAGE_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';

export type AnchoredPicture = {
  /** Of the shape; far above the ids that Word and our forms give to shapes. */
  readonly id: number;
  readonly relation: string;
  readonly name: string;
  readonly description: string;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly fromColumnMm: number;
  readonly from: 'paragraph' | 'page';
  readonly fromTopMm: number;
};

/** A run with a picture behind the text and over nothing: the page breaks as it would without it. */
export const anchoredPicture = (picture: AnchoredPicture): string => {
  const { id, relation, name, description, from } = picture;
  const [width, height, left, top] = [picture.widthMm, picture.heightMm, picture.fromColumnMm, picture.fromTopMm].map(
    (mm) => Math.round(mm * EMU_PER_MM),
  );
  return (
    '<w:r><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
    `distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="${id}" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">` +
    `<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>${left}</wp:posOffset></wp:positionH>` +
    `<wp:positionV relativeFrom="${from}"><wp:posOffset>${top}</wp:posOffset></wp:positionV>` +
    `<wp:extent cx="${width}" cy="${height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>` +
    `<wp:docPr id="${id}" name="${name}" descr="${description}"/><wp:cNvGraphicFramePr/>` +
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
    `<pic:nvPicPr><pic:cNvPr id="${id}" name="${name}"/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="${relation}"/>` +
    '<a:stretch><a:fillRect/></a:stretch></pic:blipFill>' +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'
  );
};

export const EMPTY_RELATIONS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** The relations of a part with one more picture of the package. */
export const withImage = (relations: string, id: string, target: string): string =>
  // A part without relations may have its list closed in one tag.
  relations
    .replace(/<Relationships([^>]*)\/>\s*$/u, '<Relationships$1></Relationships>')
    .replace(
      '</Relationships>',
      `<Relationship Id="${id}" Type="${IMAGE_RELATION}" Target="${target}"/></Relationships>`,
    );

/** The list of content types with PNG among them. */
export const withPng = (types: string): string =>
  /Extension="png"/iu.test(types)
    ? types
    : types.replace(/<Default\b/u, '<Default Extension="png" ContentType="image/png"/><Default');
