/** The part of petrovich 0.2.1 that we call; the package ships no types. */
declare module 'petrovich' {
  type GrammaticalCase = 'nominative' | 'genitive' | 'dative' | 'accusative' | 'instrumental' | 'prepositional';
  type NameGender = 'male' | 'female' | 'androgynous';
  type NamePart = 'first' | 'middle' | 'last';
  const petrovich: Readonly<
    Record<NameGender, Readonly<Record<NamePart, Readonly<Record<GrammaticalCase, (name: string) => string>>>>>
  >;
  export default petrovich;
}
