import type { Document } from 'docx';
import { cardHeading, cardRow, cardRowIf, cardBlockIf, cardTable, routeRows } from '../parts/card-table.ts';
import { onlyIf } from '../parts/commands.ts';
import { formDocument, pagesFooter, PORTRAIT_MARGINS } from '../parts/page.ts';
import { twoSignatures } from '../parts/signatures.ts';
import { paragraph } from '../parts/text.ts';

/** Поручение экспедитору, проект, documents.md §11.4: it collects the data of the electronic document. */
export const buildForm = (): Document =>
  formDocument({
    title: 'Поручение экспедитору',
    font: 'Arial',
    size: 10,
    margins: PORTRAIT_MARGINS,
    footer: pagesFooter(),
    body: [
      paragraph('{{notice}}', { size: 8, italics: true, align: 'center', after: 4 }),
      paragraph('Поручение экспедитору № {{doc.number}} от {{doc.dateText}}', {
        size: 13,
        bold: true,
        align: 'center',
        after: 2,
      }),
      ...onlyIf('hasContract', [paragraph('{{contract}}', { align: 'center', after: 4 })]),
      paragraph('', { size: 3 }),
      cardTable([
        cardHeading('1. Участники'),
        cardRow('Клиент', ['{{client.line}}', 'Контакт: {{client.contact}}']),
        cardRow('Экспедитор', ['{{forwarder.line}}', 'Контакт: {{forwarder.contact}}']),
        cardRow('Грузоотправитель', '{{consignor}}'),
        cardRow('Грузополучатель', '{{consignee}}'),
        cardRow('Плательщик', '{{payer}}'),
        cardHeading('2. Пункты маршрута'),
        ...routeRows(),
        cardHeading('3. Груз'),
        cardRow('Наименование', '{{cargo.name}}', true),
        cardRow('Места, упаковка', '{{cargo.places}}'),
        cardRow('Масса, объем', '{{cargo.measures}}'),
        cardRow('Опасный груз (ДОПОГ)', '{{dangerous}}'),
        ...cardRowIf('cargo.hasTemperature', 'Температурный режим', '{{cargo.temperature}}'),
        ...cardRowIf('cargo.hasValue', 'Объявленная стоимость', '{{cargo.value}}'),
        cardHeading('4. Требуемые услуги'),
        cardRow('Транспортное средство', '{{vehicle.requirements}}'),
        cardRow('Страхование груза', '{{insurance}}'),
        cardRow('ЭТрН, УИД', '{{etrn}}'),
        ...cardBlockIf('hasSpecial', [cardRow('Особые условия', '{{special}}')]),
      ]),
      paragraph(
        'Клиент подтверждает полноту и достоверность сведений о грузе. Сведения о правилах хранения и перевозки груза переданы Экспедитору.',
        { size: 9, before: 4, after: 6, align: 'both', keepNext: true },
      ),
      twoSignatures({ heading: 'Клиент', path: 'client' }, { heading: 'Экспедитор', path: 'forwarder' }),
    ],
  });
