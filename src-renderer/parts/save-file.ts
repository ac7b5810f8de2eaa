const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  xml: 'application/xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Bytes of the wire. */
export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));

/** Hands a file to the person the way the browser does it: by a link that is pressed once and forgotten. */
export const saveFile = (name: string, base64: string): void => saveBytes(name, [bytesOf(base64)]);

/** The same for a file that came in pieces. */
export const saveBytes = (name: string, pieces: readonly Uint8Array<ArrayBuffer>[]): void => {
  const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  const address = URL.createObjectURL(new Blob([...pieces], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};
