import type { NameCase } from './name-case.ts';

type Forms = Readonly<Record<NameCase, string>>;

/** Genitive, dative; the accusative of a man's name equals the genitive. */
const man = (gen: string, dat: string): Forms => ({ gen, dat, acc: gen });

/**
 * Men's surnames that the library declines otherwise than people do: a vowel that drops out («Заяц» → «Зайца»), a soft
 * end that it leaves («Гусь»), one syllable in й («Кий» → «Кия»). The usual forms; a family that keeps its vowel types
 * its own, and that form is remembered on the person (documents.md §14.2).
 */
const SURNAMES: Readonly<Record<string, Forms>> = {
  заяц: man('зайца', 'зайцу'),
  кий: man('кия', 'кию'),
  соловей: man('соловья', 'соловью'),
  воробей: man('воробья', 'воробью'),
  муравей: man('муравья', 'муравью'),
  улей: man('улья', 'улью'),
  гусь: man('гуся', 'гусю'),
  карась: man('карася', 'карасю'),
  лось: man('лося', 'лосю'),
  рысь: man('рыся', 'рысю'),
  лев: man('льва', 'льву'),
  орёл: man('орла', 'орлу'),
  орел: man('орла', 'орлу'),
  козёл: man('козла', 'козлу'),
  козел: man('козла', 'козлу'),
  дрозд: man('дрозда', 'дрозду'),
  бобёр: man('бобра', 'бобру'),
  бобер: man('бобра', 'бобру'),
  дятел: man('дятла', 'дятлу'),
  ветер: man('ветра', 'ветру'),
  вий: man('вия', 'вию'),
  змий: man('змия', 'змию'),
  кузнец: man('кузнеца', 'кузнецу'),
  швец: man('швеца', 'швецу'),
  жнец: man('жнеца', 'жнецу'),
};

/** Writes the form with the capitals of the name: «Заяц» → «Зайца», «ЗАЯЦ» → «ЗАЙЦА». */
const withCapitals = (form: string, like: string): string => {
  if (like === like.toUpperCase()) return form.toUpperCase();
  return like.charAt(0) === like.charAt(0).toUpperCase() ? form.charAt(0).toUpperCase() + form.slice(1) : form;
};

/** The shipped form of a man's surname; null where the general rules are right. */
export const irregularSurname = (surname: string, kase: NameCase): string | null => {
  const key = surname.toLowerCase();
  const forms = Object.hasOwn(SURNAMES, key) ? SURNAMES[key] : undefined;
  return forms ? withCapitals(forms[kase], surname) : null;
};
