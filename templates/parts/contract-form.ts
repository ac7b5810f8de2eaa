import type { Document, Paragraph, Table } from 'docx';
import {
  clause,
  clauseHeading,
  CLAUSE_NUMBERING,
  CONTRACT_SIZE,
  contractSections,
  type ContractSection,
} from './clauses.ts';
import { forEach, onlyIf } from './commands.ts';
import { signaturePlace, stampPlace } from './facsimile-place.ts';
import { grid, type CellSpec } from './grid.ts';
import { formDocument, initialsFooter, PORTRAIT_MARGINS, textWidth } from './page.ts';
import { paragraph, run } from './text.ts';

type ContractForm = {
  readonly title: string;
  /** «Поставщик», «Покупатель». */
  readonly sellerRole: string;
  readonly buyerRole: string;
  readonly sections: readonly ContractSection[];
};

/** How long the contract lasts; which sentence is printed depends on the contract. */
const TERM: readonly Paragraph[] = [
  ...onlyIf('terms.hasEnd', [
    clause('Договор вступает в силу с даты подписания и действует до {{terms.validTo}} включительно.'),
  ]),
  ...onlyIf('terms.isOpenEnded', [
    clause('Договор вступает в силу с даты подписания и действует без ограничения срока.'),
  ]),
  ...onlyIf('terms.isProlonged', [
    clause(
      'Если ни одна из Сторон за 30 календарных дней до окончания срока не заявит письменно об отказе от договора, он продлевается на следующий календарный год на тех же условиях. Число продлений не ограничено.',
    ),
  ]),
];

/** Sections that read the same in every contract. */
const commonSections = (): readonly ContractSection[] => [
  {
    title: 'Обстоятельства непреодолимой силы',
    clauses: [
      'Сторона не отвечает за неисполнение обязательств, если оно вызвано обстоятельствами непреодолимой силы, которые возникли после подписания договора и которых Сторона не могла ни предвидеть, ни предотвратить разумными мерами.',
      'О наступлении таких обстоятельств Сторона сообщает другой Стороне в течение 5 рабочих дней и подтверждает их документом торгово-промышленной палаты или иного уполномоченного органа.',
      'Если обстоятельства длятся более 60 календарных дней, любая из Сторон вправе отказаться от договора, вернув полученное, но не исполненное.',
    ],
  },
  {
    title: 'Порядок разрешения споров',
    clauses: [
      'Споры Стороны решают переговорами, а если согласие не достигнуто – в претензионном порядке. Срок ответа на претензию – 15 календарных дней с даты ее получения.',
      'Спор, не решенный в претензионном порядке, передается в арбитражный суд по месту нахождения ответчика.',
    ],
  },
  {
    title: 'Документы и сообщения',
    clauses: [
      'Стороны вправе обмениваться документами в электронном виде через операторов электронного документооборота с квалифицированной электронной подписью; такие документы равнозначны бумажным.',
      'Копии документов, направленные по электронной почте с адресов, указанных в договоре, имеют силу до обмена оригиналами. Оригиналы направляются в течение 10 рабочих дней.',
      'Об изменении реквизитов Сторона сообщает в течение 5 рабочих дней. До получения сообщения исполнение по прежним реквизитам считается надлежащим.',
    ],
  },
  {
    title: 'Срок действия и прочие условия',
    clauses: [
      ...TERM,
      'Изменения и дополнения к договору действительны, если они составлены письменно и подписаны обеими Сторонами.',
      'Окончание срока действия договора не освобождает Стороны от расчетов и от ответственности за нарушения, допущенные в период его действия.',
      'Договор составлен в двух экземплярах равной юридической силы, по одному для каждой Стороны.',
    ],
  },
];

/** City on the left, date on the right. */
export const placeAndDate = (): Table =>
  grid({
    columns: [90, 90],
    padding: 0,
    rows: [{ cells: [{ text: '{{city}}' }, { text: '{{doc.dateText}}', align: 'right' }] }],
  });

const requisitesCell = (path: string): CellSpec => ({
  paragraphs: [
    paragraph(`{{${path}.name}}`, { bold: true, size: 10, after: 3, keepNext: true }),
    ...forEach('r', `${path}.requisites`, [paragraph('{{$r.label}}: {{$r.value}}', { size: 10, keepNext: true })]),
  ],
});

const signCell = (path: string, isOurs: boolean): CellSpec => ({
  paragraphs: [
    paragraph([...(isOurs ? stampPlace() : []), run(`{{${path}.position}}`, { size: 10 })], {
      before: 8,
      after: 10,
      keepNext: true,
    }),
    paragraph(
      [...(isOurs ? signaturePlace() : []), run(`____________________ / {{${path}.signatory}} /`, { size: 10 })],
      { keepNext: true },
    ),
    paragraph('М.П.', { size: 9, before: 4 }),
  ],
});

const GAP: CellSpec = { text: '' };

/**
 * Requisites and signatures of both sides in two columns; `left` and `right` are their paths in the view, `ours` is the one
 * where our stamp and signature may be laid.
 */
export const requisites = (
  form: Pick<ContractForm, 'sellerRole' | 'buyerRole'>,
  left = 'seller',
  right = 'buyer',
  ours = left,
): Table =>
  grid({
    columns: [87, 6, 87],
    padding: 0.5,
    rows: [
      {
        keep: true,
        cells: [
          { text: `${form.sellerRole}:`, bold: true, after: 3 },
          GAP,
          { text: `${form.buyerRole}:`, bold: true, after: 3 },
        ],
      },
      { keep: true, cells: [requisitesCell(left), GAP, requisitesCell(right)] },
      { cells: [signCell(left, left === ours), GAP, signCell(right, right === ours)] },
    ],
  });

/** A contract (documents.md §6): title, place and date, preamble, numbered sections, requisites and signatures. */
export const contractForm = (form: ContractForm): Document =>
  formDocument({
    title: form.title,
    font: 'Times New Roman',
    size: CONTRACT_SIZE,
    margins: PORTRAIT_MARGINS,
    footer: initialsFooter(form.sellerRole, form.buyerRole, textWidth(PORTRAIT_MARGINS)),
    numbering: CLAUSE_NUMBERING,
    body: [
      paragraph(`${form.title.toUpperCase()} №\u00A0{{doc.number}}`, {
        size: 13,
        bold: true,
        align: 'center',
        after: 8,
      }),
      placeAndDate(),
      paragraph(
        '{{seller.preamble}}, с одной стороны, и {{buyer.preamble}}, с другой стороны, вместе именуемые «Стороны», заключили настоящий договор о нижеследующем.',
        { align: 'both', before: 8, indent: 7 },
      ),
      ...contractSections([...form.sections, ...commonSections()]),
      clauseHeading('Адреса, реквизиты и подписи сторон'),
      requisites(form),
    ],
  });
