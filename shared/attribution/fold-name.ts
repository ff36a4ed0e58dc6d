import { type Folded, fold } from '../fold/fold.ts';
import { oneOf, pattern } from '../pattern.ts';

/**
 * A text as names are looked for in it: width, case and apostrophes folded as for searching, and besides accents
 * (Müller, Muller) and the older shapes of characters that names keep (髙, 﨑). Positions lead back to the text as stored.
 */
export function foldForNames(original: string): Folded {
  const folded = fold(original);
  return { ...folded, text: levelled(folded.text), startAt: folded.startAt, endAt: folded.endAt };
}

/** A name alone, folded as `foldForNames` does it. */
export function foldName(name: string): string {
  return levelled(fold(name).text);
}

/** Unit by unit, so that no place moves. */
function levelled(text: string): string {
  return text
    .replaceAll(/[\u00E0-\u024F\u1E00-\u1EFF]/g, (letter) => letter.normalize('NFD')[0] ?? letter)
    .replaceAll(OLD_SHAPE, (sign) => PLAIN_SHAPE[sign] ?? sign);
}

const PLAIN_SHAPE: Readonly<Record<string, string>> = {
  髙: '高',
  﨑: '崎',
  邊: '辺',
  邉: '辺',
  齋: '斎',
  齊: '斉',
  澤: '沢',
  櫻: '桜',
  濱: '浜',
  濵: '浜',
  嶋: '島',
  國: '国',
  廣: '広',
  眞: '真',
  德: '徳',
  榮: '栄',
  龍: '竜',
  瀨: '瀬',
  惠: '恵',
  曾: '曽',
  冨: '富',
  會: '会',
  學: '学',
};
const OLD_SHAPE = pattern(oneOf(Object.keys(PLAIN_SHAPE)), 'gu');
