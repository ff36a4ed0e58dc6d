import { LANGUAGES, type Language } from '../../i18n/languages.ts';

/** Measures and colours of our Word files. Lengths in twentieths of a point (DXA), sizes in half points. */

export const PAGE = {
  width: 11906,
  height: 16838,
  margin: { top: 1418, bottom: 1304, left: 1304, right: 1304, header: 624, footer: 567 },
} as const;

/** Between the margins. */
export const TEXT_WIDTH = PAGE.width - PAGE.margin.left - PAGE.margin.right;

/** Pictures are measured in pixels, 96 to the inch. */
export const PICTURE_WIDTH = Math.floor((TEXT_WIDTH / 1440) * 96);
/** Leaves room for the caption and the line above on a page of its own. */
export const PICTURE_HEIGHT = Math.floor(
  ((PAGE.height - PAGE.margin.top - PAGE.margin.bottom - 2200) / 1440) * 96,
);

/** Black on white survives a copier; one quiet blue for structure. All pass 4.5:1 on their ground. */
export const INK = {
  text: '1F2328',
  heading: '1B3A57',
  quiet: '57606A',
  link: '1B5A8C',
  rule: '9AA7B4',
  hairline: 'D0D7DE',
  headFill: 'E8EEF4',
  noteFill: 'F4F6F8',
  noteRule: '1B3A57',
} as const;

/** Fonts that Word has on Windows and Mac; elsewhere the nearest of the same measures stand in. */
export const FONT = {
  ascii: 'Calibri',
  hAnsi: 'Calibri',
  cs: 'Calibri',
  eastAsia: 'Yu Gothic',
} as const;

/**
 * Languages of the text by script, whatever the document's own: Latin letters tagged as Japanese would be broken
 * within words, and Japanese tagged as English gets Chinese glyphs on some machines.
 */
export function scriptLanguages(language: Language) {
  const { tag, script } = LANGUAGES[language];
  return script === 'latin'
    ? { value: tag, eastAsia: LANGUAGES.ja.tag }
    : { value: LANGUAGES.en.tag, eastAsia: tag };
}

/** BCP 47 tag of a document's language, for its properties. */
export function languageTag(language: Language): string {
  return LANGUAGES[language].tag;
}

/** Sizes and spacing by script: kanji need a little more air and a little less size than Latin letters. */
export function typography(language: Language) {
  const isTall = LANGUAGES[language].script === 'eastAsian';
  return {
    body: isTall ? 20 : 21,
    table: isTall ? 18 : 19,
    small: isTall ? 17 : 18,
    title: 40,
    heading1: 30,
    heading2: 25,
    heading3: 22,
    /** In 240ths of a line. */
    line: isTall ? 300 : 276,
    tableLine: isTall ? 264 : 252,
  } as const;
}
