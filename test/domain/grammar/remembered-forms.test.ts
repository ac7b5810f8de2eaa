import { describe, expect, it } from 'vitest';
import { currentValue } from '#shared/domain/edit/current-value.ts';
import { editField } from '#shared/domain/edit/edit-field.ts';
import { keepForms } from '#shared/domain/grammar/keep-forms.ts';
import { preamble } from '#shared/domain/grammar/preamble.ts';
import type { Party, Signatory } from '#shared/domain/party/party.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { aParty, aSignatory, aSource } from '#test/helpers/a-source.ts';

const MARK = { at: '', userId: '' } as const;
const FIELD = 'buyer.signatory.grammarConfirmed';

const signedBy = (patch: Partial<Signatory>): Party =>
  aParty({
    signatories: [
      aSignatory({ lastName: 'Перец', firstName: 'Глеб', middleName: 'Ильич', grammarConfirmed: false, ...patch }),
    ],
  });

const typed = (buyer: Party, field: string, text: string): Party => {
  const edited = editField(aSource({ buyer }), field, text, MARK);
  if (!edited.ok || edited.value.change.entity !== 'party') throw new Error('the card was not changed');
  return edited.value.change.party;
};

const head = (party: Party): Signatory => requireDefined(party.signatories[0], 'the signatory');
const introduced = (party: Party) => preamble(party, head(party), 'Покупатель');

describe('a declension that a person looks at', () => {
  it('opens with the proposed form', () => {
    expect(currentValue(aSource({ buyer: signedBy({}) }), FIELD)).toBe('Перца Глеба Ильича');
  });

  it('is confirmed as it stands and asks no more', () => {
    const party = typed(signedBy({}), FIELD, 'Перца Глеба Ильича');
    expect(head(party)).toMatchObject({ grammarConfirmed: true, overrides: {} });
    expect(introduced(party).needsConfirmation).toBe(false);
  });

  it('is corrected, and the typed form is printed from then on', () => {
    const party = typed(signedBy({}), FIELD, 'Переца Глеба Ильича');
    expect(introduced(party)).toMatchObject({ needsConfirmation: false });
    expect(introduced(party).text).toContain('в лице Генерального директора Переца Глеба Ильича, действующего');
  });

  it.each([
    ['positionGen', 'Генерального Директора'],
    ['basisGen', 'Устава в новой редакции'],
  ])('%s is typed on the card, and an emptied one gives way to the proposal', (key, form) => {
    const field = `buyer.signatory.${key}`;
    const party = typed(signedBy({ grammarConfirmed: true }), field, form);
    expect(introduced(party).text).toContain(form);
    expect(introduced(typed(party, field, '')).text).not.toContain(form);
  });

  it('stays with the person when the card comes again from a file', () => {
    const known = typed(signedBy({}), FIELD, 'Переца Глеба Ильича');
    const again = keepForms(signedBy({ position: 'Директор' }), known);
    expect(head(again)).toMatchObject({
      position: 'Директор',
      grammarConfirmed: true,
      overrides: { fullNameGen: 'Переца Глеба Ильича' },
    });
    expect(head(keepForms(signedBy({ lastName: 'Лук' }), known)).overrides).toEqual({});
    const own = { fullNameGen: 'Перца Глеба Ильича' };
    expect(head(keepForms(signedBy({ overrides: own }), known)).overrides).toEqual(own);
  });
});
