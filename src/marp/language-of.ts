/** Scripts that tell the language of a text that names none, the first that is there. */
const scripts: readonly { readonly characters: RegExp; readonly language: string }[] = [
  { characters: /\p{Script=Hangul}/u, language: 'ko' },
  { characters: /[\p{Script=Hiragana}\p{Script=Katakana}]/u, language: 'ja' },
  { characters: /\p{Script=Han}/u, language: 'zh' },
  { characters: /\p{Script=Arabic}/u, language: 'ar' },
  { characters: /\p{Script=Hebrew}/u, language: 'he' },
  { characters: /\p{Script=Cyrillic}/u, language: 'ru' },
  { characters: /\p{Script=Greek}/u, language: 'el' },
];

/** The language (BCP 47) of a Marp deck: its `lang`, else what its letters tell; English for Latin ones. */
export function languageOf(markdown: string, named: string | null): string {
  if (named !== null) return named;
  const letters = [...markdown.matchAll(/\p{L}/gu)].length;
  const found = scripts.find(({ characters }) => {
    const count = [...markdown.matchAll(new RegExp(characters.source, 'gu'))].length;
    return count > letters / 10;
  });
  return found?.language ?? 'en';
}
