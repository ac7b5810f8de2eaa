import { SaxesParser } from 'saxes';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { MessageObject, ReadMessage } from '#main/ports/one-c-files.ts';

/** What is read of an object, by the path inside it; the first value counts. */
const FIELDS: Readonly<Record<string, keyof Omit<MessageObject, 'type'>>> = {
  'КлючевыеСвойства/Ссылка': 'uuid',
  'КлючевыеСвойства/Номер': 'number',
  'КлючевыеСвойства/НомерВходящегоДокумента': 'number',
  'КлючевыеСвойства/Дата': 'date',
  'КлючевыеСвойства/ДатаВходящегоДокумента': 'date',
  'КлючевыеСвойства/Наименование': 'name',
  'КлючевыеСвойства/Контрагент/Наименование': 'party',
  'Контрагент/Наименование': 'party',
  'КлючевыеСвойства/ИНН': 'inn',
  Сумма: 'sum',
  СуммаНДС: 'vat',
};

const NAMESPACE = /^http:\/\/v8\.1c\.ru\/edi\/edi_stnd\/EnterpriseData\/(\d+\.\d+)$/u;

/**
 * Reads an EnterpriseData message, ours or an answer of 1C, object by object. The format has no mark of being posted:
 * nothing here can say whether 1C has posted a document. The error says what is wrong with the file.
 */
export const readMessage = (text: string): Result<ReadMessage, string> => {
  const objects: MessageObject[] = [];
  const path: string[] = [];
  let version = '';
  let current: { -readonly [Key in keyof MessageObject]: string } | null = null;
  let value = '';
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local, uri }) => {
    path.push(local);
    value = '';
    if (path.length === 2 && local === 'Body') version = NAMESPACE.exec(uri)?.[1] ?? '';
    if (path.length === 3 && path[1] === 'Body') current = emptyObject(local);
  });
  parser.on('text', (part) => {
    value += part;
  });
  parser.on('closetag', () => {
    if (current !== null && path.length > 3) {
      const field = FIELDS[path.slice(3).join('/')];
      if (field !== undefined && current[field] === '') current[field] = value;
    }
    if (path.length === 3 && current !== null) {
      objects.push(current);
      current = null;
    }
    value = '';
    path.pop();
  });
  try {
    parser.write(text.replace(/^\uFEFF/u, '')).close();
  } catch (error) {
    return err(error instanceof Error ? 'он повреждён или это не XML' : 'он не читается');
  }
  return version === '' ? err('это не сообщение EnterpriseData') : ok({ version, objects });
};

const emptyObject = (type: string): MessageObject => ({
  type,
  uuid: '',
  number: '',
  date: '',
  name: '',
  party: '',
  inn: '',
  sum: '',
  vat: '',
});
