/**
 * The XML of a picture, cut where its values go: width, height, id, id, alternative text, id, alternative text, relation, width, height. The same
 * elements as docx-templates writes, so that documents stay comparable.
 */
export const PICTURE_CHUNKS: readonly string[] = [
  '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="',
  '" cy="',
  '"/><wp:docPr id="',
  '" name="Picture ',
  '" descr="',
  '"/><wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="0" name="Picture ',
  '" descr="',
  '"/><pic:cNvPicPr><a:picLocks noChangeAspect="1" noChangeArrowheads="1"/></pic:cNvPicPr></pic:nvPicPr><pic:blipFill><a:blip r:embed="',
  '" cstate="print"><a:extLst><a:ext uri="{28A0092B-C50C-407E-A947-70E740481C1C}"><a14:useLocalDpi xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main" val="0"/></a:ext></a:extLst></a:blip><a:srcRect/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr bwMode="auto"><a:xfrm><a:off x="0" y="0"/><a:ext cx="',
  '" cy="',
  '"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>',
];

const EMU_PER_CENTIMETRE = 360_000;

export interface PlacedPicture {
  readonly widthCm: number;
  readonly heightCm: number;
  readonly id: number;
  readonly relation: string;
  /** Escaped for an attribute. */
  readonly alt: string;
}

/** The values that go between the chunks. */
export function pictureValues({ widthCm, heightCm, id, relation, alt }: PlacedPicture): readonly string[] {
  const width = (widthCm * EMU_PER_CENTIMETRE).toFixed(0);
  const height = (heightCm * EMU_PER_CENTIMETRE).toFixed(0);
  return [width, height, String(id), String(id), alt, String(id), alt, relation, width, height];
}
