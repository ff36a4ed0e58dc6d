/** Labels of several people who speak together: `Mori / Reyes`, `早瀬・森`, `Ana Reyes and Ken Mori`. */
import { part, pattern } from '../pattern.ts';
import { isCountry } from './countries.ts';
import { likelyName } from './likely-name.ts';
import { ORGANISATION } from './organisations.ts';
import { HAN, withoutUnseen } from './scripts.ts';

const BETWEEN = / ?[/／] ?| ?[&＆+＋] ?| and | und | et |、|,(?= ?\p{Lu}[^,]* and )/u;
/** Of kanji alone on both sides: a dot within katakana parts the words of one name. */
const DOTTED = pattern(part`^[${HAN}]{1,5}(?:氏|様|さん)?(?:[・･][${HAN}]{1,5}(?:氏|様|さん)?){1,3}$`, 'u');

/** The people of a label, each as printed; null where it is one person's, or an organisation stands beside a name. */
export function jointNames(label: string): string[] | null {
  const plain = withoutUnseen(label).trim();
  if (plain.length > 90 || isCountry(plain)) return null;
  const pieces = (DOTTED.test(plain) ? plain.split(/[・･]/u) : plain.split(BETWEEN))
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  if (pieces.length < 2 || pieces.length > 5) return null;
  const short = pieces.filter((piece) => /^[\p{Lu}\d]{2,6}$/u.test(piece)).length;
  // `Ana Reyes / ILO`, `甲社 / 森`: one person and where they belong. `AR / KM`: two.
  if (short > 0 && (short < pieces.length || pieces.some((piece) => piece.length > 3))) return null;
  if (pieces.some((piece) => ORGANISATION.test(piece) || /[^\s]社$|^(?:sons|co)$/iu.test(piece))) return null;
  return pieces.every((piece) => likelyName(piece) >= 0.45) ? pieces : null;
}
