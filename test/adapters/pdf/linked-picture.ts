import { Document, Packer, Paragraph } from 'docx';
import { readOwnZip, writeZip } from '#templates/parts/zip.ts';

const picture = (relation: string): string =>
  '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">' +
  '<wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="p"/>' +
  '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
  '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
  '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
  '<pic:nvPicPr><pic:cNvPr id="1" name="p"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>' +
  `<a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="${relation}"/>` +
  '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>' +
  '<a:ext cx="914400" cy="914400"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic>' +
  '</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';

/** A .docx whose picture is not inside it but at an address. */
export const aLinkedPictureDocx = async (url: string): Promise<Uint8Array> => {
  const plain = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Накладная')] }] }));
  const relation =
    '<Relationship Id="rIdLinked" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" ' +
    `Target="${url}" TargetMode="External"/></Relationships>`;
  const changed = readOwnZip(plain).map(({ name, data }) => {
    const text = data.toString('utf8');
    if (name === 'word/document.xml')
      return { name, data: Buffer.from(text.replace('<w:body>', `<w:body>${picture('rIdLinked')}`)) };
    if (name === 'word/_rels/document.xml.rels')
      return { name, data: Buffer.from(text.replace('</Relationships>', relation)) };
    return { name, data };
  });
  return writeZip(changed);
};
