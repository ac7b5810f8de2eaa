import { describe, expect, it } from 'vitest';
import { basisGenitive } from '#shared/domain/grammar/basis.ts';
import { initialsAfter, initialsBefore } from '#shared/domain/grammar/initials.ts';
import {
  innKpp,
  nameAddress,
  nameInnKpp,
  requisitesBlock,
  requisitesLine,
} from '#shared/domain/grammar/party-lines.ts';
import { preamble } from '#shared/domain/grammar/preamble.ts';
import { ROLE_FORMS, roleCase } from '#shared/domain/grammar/roles.ts';
import { selfSignatory, signatoryFor } from '#shared/domain/party/signing.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { aBankAccount, aParty, aSignatory, DEMO_PARTIES } from '#test/helpers/a-source.ts';

const { melnikova, minsklogist, zerno } = DEMO_PARTIES;

describe('initials', () => {
  it('stand on either side with spaces that do not break', () => {
    const person = { lastName: 'Иванов', firstName: 'иван', middleName: 'Иванович' };
    expect(initialsAfter(person)).toBe('Иванов\u00A0И.\u00A0И.');
    expect(initialsBefore(person)).toBe('И.\u00A0И.\u00A0Иванов');
  });

  it('leave out what is not known', () => {
    expect(initialsAfter({ lastName: 'Ким', firstName: 'Ден', middleName: '' })).toBe('Ким\u00A0Д.');
    expect(initialsAfter({ lastName: '', firstName: '', middleName: '' })).toBe('');
  });
});

describe('basis of authority', () => {
  const date = isoDate('2026-02-01');

  it.each([
    [aSignatory(), 'Устава'],
    [
      aSignatory({ basisType: 'powerOfAttorney', basisNumber: '5', basisDate: date }),
      'доверенности №\u00A05 от 01.02.2026',
    ],
    [
      aSignatory({ basisType: 'electronicPoa', basisNumber: 'a1b2', basisDate: date }),
      'машиночитаемой доверенности №\u00A0a1b2 от 01.02.2026',
    ],
    [aSignatory({ basisType: 'order', basisNumber: '7', basisDate: null }), 'приказа №\u00A07'],
    [aSignatory({ basisType: 'other', overrides: { basisGen: 'решения № 1' } }), 'решения № 1'],
  ])('is declined (%#)', (signatory, text) => {
    expect(basisGenitive(signatory, zerno)).toBe(text);
  });

  it('of an entrepreneur is the record with its date', () => {
    expect(basisGenitive(aSignatory({ basisType: 'egrip' }), melnikova)).toBe(
      'записи в ЕГРИП, ОГРНИП\u00A0317719900100418 от 14.03.2017',
    );
  });
});

describe('preamble of a contract', () => {
  it('brings a company in the person of its head, each by own gender', () => {
    const head = aSignatory({ lastName: 'Петрова', firstName: 'Анна', middleName: 'Андреевна', gender: 'f' });
    expect(preamble(zerno, head, 'Покупатель')).toEqual({
      text: 'Общество с ограниченной ответственностью «Кофейная компания Зерно», именуемое в дальнейшем «Покупатель», в лице Генерального директора Петровой Анны Андреевны, действующей на основании Устава',
      needsConfirmation: false,
    });
  });

  it('lets the forms typed by a person win', () => {
    const head = aSignatory({
      lastName: 'Гусь',
      overrides: { positionGen: 'Директора', fullNameGen: 'Гуся Ивана Ивановича', basisGen: 'Положения' },
      grammarConfirmed: false,
    });
    expect(preamble(aParty({ gender: 'f' }), head, 'Заказчик')).toEqual({
      text: expect.stringContaining(
        'именуемая в дальнейшем «Заказчик», в лице Директора Гуся Ивана Ивановича, действующего на основании Положения',
      ) as string,
      needsConfirmation: false,
    });
  });

  it('asks about a doubtful declension until somebody agrees with it', () => {
    const head = aSignatory({ lastName: 'Гусь', grammarConfirmed: false });
    expect(preamble(zerno, head, 'Покупатель').needsConfirmation).toBe(true);
    expect(preamble(zerno, { ...head, grammarConfirmed: true }, 'Покупатель').needsConfirmation).toBe(false);
  });

  it('lets an entrepreneur speak for herself', () => {
    expect(preamble(melnikova, selfSignatory(melnikova), 'Поставщик')).toEqual({
      text: 'Индивидуальный предприниматель Мельникова Ольга Петровна, именуемая в дальнейшем «Поставщик», действующая на основании записи в ЕГРИП, ОГРНИП\u00A0317719900100418 от 14.03.2017',
      needsConfirmation: false,
    });
  });

  it('names the person who signs for an entrepreneur', () => {
    const clerk = aSignatory({
      position: 'Представитель',
      basisType: 'powerOfAttorney',
      basisNumber: '3',
      basisDate: isoDate('2026-03-01'),
    });
    expect(preamble(melnikova, clerk, 'Поставщик').text).toContain(
      'именуемая в дальнейшем «Поставщик», в лице Представителя Иванова Ивана Ивановича, действующего на основании доверенности №\u00A03',
    );
  });

  it('says of a самозанятый what he pays', () => {
    const person = aParty({ kind: 'npd', fullName: 'Кузнецов Сергей Павлович', gender: 'm', inn: '500100732259' });
    expect(preamble(person, null, 'Исполнитель').text).toBe(
      'Кузнецов Сергей Павлович, ИНН 500100732259, являющийся плательщиком налога на профессиональный доход, именуемый в дальнейшем «Исполнитель»',
    );
  });

  it('asks for confirmation when nobody is known to sign', () => {
    expect(preamble(zerno, null, 'Покупатель').needsConfirmation).toBe(true);
  });
});

describe('roles of a contract', () => {
  it('come from the table in every case', () => {
    expect(Object.keys(ROLE_FORMS)).toHaveLength(11);
    expect(roleCase('customer', 'ins')).toBe('Заказчиком');
    expect(roleCase('purchaser', 'dat')).toBe('Покупателю');
  });
});

describe('lines of requisites', () => {
  it('divide ИНН and КПП by a slash, and an ИП has none', () => {
    expect(innKpp(zerno)).toBe('7899010127/789901001');
    expect(innKpp(melnikova)).toBe('719901004154');
    expect(innKpp(minsklogist)).toBe('199990019');
  });

  it('name the party shortly', () => {
    expect(nameInnKpp(zerno)).toBe('ООО «Кофейная компания Зерно», ИНН 7899010127, КПП 789901001');
    expect(nameInnKpp(minsklogist)).toBe('ООО «Минсклогист», УНП 199990019');
    expect(nameAddress(melnikova)).toBe('ИП Мельникова О. П., 300000, г. Тула, ул. Рыночная, д. 4');
  });

  it('give all that a transport paper asks for', () => {
    expect(requisitesLine(melnikova)).toBe(
      'ИП Мельникова О. П., ИНН 719901004154, 300000, г. Тула, ул. Рыночная, д. 4, тел. +7 812 000-00-12, р/с 40802810599990010041, в АО «ТБанк», г. Москва, БИК 044525974, к/с 30101810145250000974',
    );
  });

  it('leave out what the card lacks', () => {
    const bare = aParty({ phone: '', email: '', postalAddress: '', bankAccounts: [] });
    expect(requisitesBlock(bare).map((line) => line.label)).toEqual(['Адрес', 'ИНН', 'КПП', 'ОГРН']);
  });

  it('call the accounts of a budget payer by their own names', () => {
    const school = aParty({
      bankAccounts: [
        aBankAccount({ account: '03100643000000018500', bic: '017003983', corrAccount: '40102810445370000059' }),
      ],
    });
    expect(requisitesBlock(school).map((line) => line.label)).toEqual(
      expect.arrayContaining(['Казначейский счет', 'ЕКС']),
    );
    expect(requisitesLine(school)).toContain('казначейский счет 03100643000000018500');
  });
});

describe('who signs', () => {
  const date = isoDate('2026-11-20');
  const head = aSignatory({ id: 'head' });
  const logist = aSignatory({ id: 'logist', role: 'other', scope: ['shipping'], basisType: 'powerOfAttorney' });
  const accountant = aSignatory({ id: 'accountant', role: 'accountant' });

  it('is the head when several may', () => {
    expect(signatoryFor(aParty({ signatories: [accountant, logist, head] }), 'upd', date)?.id).toBe('head');
  });

  it('is another person when the head has left', () => {
    const left = { ...head, validTo: isoDate('2026-10-31') };
    expect(signatoryFor(aParty({ signatories: [left, logist] }), 'waybill', date)?.id).toBe('logist');
  });

  it('is still named when nobody fits, so that the check can say why', () => {
    expect(signatoryFor(aParty({ signatories: [logist] }), 'contract-supply', date)?.id).toBe('logist');
    expect(signatoryFor(aParty({ signatories: [] }), 'act', date)).toBeNull();
  });

  it('is the entrepreneur himself', () => {
    expect(signatoryFor(melnikova, 'act', date)).toMatchObject({
      lastName: 'Мельникова',
      firstName: 'Ольга',
      gender: 'f',
      basisType: 'egrip',
    });
  });
});
