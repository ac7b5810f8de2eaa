/** A mail with files, as a draft that any mail program opens with its «Отправить» button. */
export type MailDraft = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
};

const BOUNDARY = '=_komplekt_part_of_mail_=';
const LINE = 76;

/** «=?UTF-8?B?…?=» words of at most 75 signs, cut between letters (RFC 2047). */
const encodedWords = (text: string): string => {
  if (/^[\u0020-\u007E]*$/u.test(text)) return text;
  const words: string[] = [];
  let part = '';
  for (const letter of text) {
    if (Buffer.byteLength(part + letter, 'utf8') > 42) {
      words.push(part);
      part = '';
    }
    part += letter;
  }
  return [...words, part].map((word) => `=?UTF-8?B?${Buffer.from(word, 'utf8').toString('base64')}?=`).join('\r\n ');
};

const base64Lines = (bytes: Uint8Array): string =>
  (
    Buffer.from(bytes)
      .toString('base64')
      .match(new RegExp(`.{1,${LINE}}`, 'gu')) ?? []
  ).join('\r\n');

/** A name with Russian letters, for new programs (RFC 5987) and for old ones (RFC 2047). */
const fileName = (name: string): string =>
  `filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')};\r\n filename="${encodedWords(name)}"`;

const typeOf = (name: string): string => {
  if (name.endsWith('.pdf')) return 'application/pdf';
  return name.endsWith('.docx')
    ? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    : 'application/octet-stream';
};

/** One line: what a header holds must not begin another. */
const oneLine = (text: string): string => text.replaceAll(/[\r\n]+/gu, ' ').trim();

/** The bytes of an .eml: `X-Unsent` makes Outlook and Thunderbird open it as a draft. */
export const writeMailDraft = ({ to, subject, text, files }: MailDraft): Uint8Array => {
  const head = [
    `To: ${oneLine(to)}`,
    `Subject: ${encodedWords(oneLine(subject))}`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`,
  ];
  const body = [
    `--${BOUNDARY}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64Lines(Buffer.from(text, 'utf8')),
  ];
  const parts = files.flatMap(({ name, bytes }) => [
    `--${BOUNDARY}`,
    `Content-Type: ${typeOf(name)}`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; ${fileName(oneLine(name))}`,
    '',
    base64Lines(bytes),
  ]);
  return Buffer.from([...head, '', ...body, ...parts, `--${BOUNDARY}--`, ''].join('\r\n'), 'utf8');
};
