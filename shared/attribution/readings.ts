import { toHiragana, toKatakana, toRomaji } from 'wanakana';

const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;
const LATIN = /^[a-z]+$/;

/**
 * How a name that is written by its sounds may be written in other letters: たなか はなこ as タナカ ハナコ and in the ways in
 * which it is romanised; Tanaka Hanako in kana. Nothing is read out of kanji: their reading is known only where somebody
 * wrote it down.
 * @param folded a name as `foldForNames` gives it, its parts separated by one space
 */
export function readingsOf(folded: string): string[] {
  const parts = folded.split(' ');
  const readings = parts.every((one) => KANA.test(one))
    ? [mapped(parts, toHiragana), mapped(parts, toKatakana), ...ROMANISED.map((way) => mapped(parts, way))]
    : parts.every((one) => LATIN.test(one))
      ? inKana(parts)
      : [];
  return [...new Set(readings)].filter((one) => one !== folded);
}

function mapped(parts: readonly string[], way: (one: string) => string): string {
  return parts.map(way).join(' ');
}

type Spell = (romaji: string) => string;

/** Long vowels as they are spelled in kana, left out, or with an h (Ohno). */
const LONG: readonly Spell[] = [
  (romaji) => romaji,
  (romaji) => romaji.replaceAll(/o[ou]/g, 'o').replaceAll('uu', 'u'),
  (romaji) => romaji.replaceAll(/o[ou]/g, 'oh').replaceAll('uu', 'u'),
];
/** Hepburn with an n before b, m, p, or with an m; and as Japanese schools teach it. */
const SYSTEMS: readonly Spell[] = [
  (romaji) => romaji,
  (romaji) => romaji.replaceAll(/n(?=[bmp])/g, 'm'),
  (romaji) =>
    romaji
      .replaceAll(/sh(?=i)/g, 's')
      .replaceAll('sh', 'sy')
      .replaceAll(/t?ch(?=i)/g, 't')
      .replaceAll('ch', 'ty')
      .replaceAll('tsu', 'tu')
      .replaceAll('fu', 'hu')
      .replaceAll('ji', 'zi')
      .replaceAll('j', 'zy'),
];
const ROMANISED: readonly Spell[] = SYSTEMS.flatMap((system) =>
  LONG.map((long) => (kana: string) => long(system(toRomaji(kana).replaceAll("'", '')))),
);

/** A name in Latin letters that could be read as Japanese, in both kana; none where it could not. */
function inKana(parts: readonly string[]): string[] {
  const spelled = parts.map((one) => one.replaceAll('l', 'r').replaceAll(/m(?=[bmp])/g, 'n'));
  // Shinichi is しんいち as well as しにち.
  const apart = spelled.map((one) => one.replaceAll(/n(?=[aeiou])/g, "n'"));
  return [spelled, apart].flatMap((some) => {
    const hiragana = some.map((one) => toHiragana(one));
    if (!hiragana.every((one) => KANA.test(one))) return [];
    return [hiragana.join(' '), mapped(some, toKatakana)];
  });
}
