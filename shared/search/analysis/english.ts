import lunr from 'lunr';
import { alphabetic } from './latin.ts';
import { oneSpelling } from './spelling.ts';

/**
 * English, and for now every language in Latin letters: lunr's own stop words and stemmer, on words cut by us so that
 * their places are known (the cutting does what lunr's trimmer does, and spares letters beyond ASCII). What lunr
 * applies to the index only is applied to queries too (measured: nDCG 0.511 → 0.524 on Cranfield). British and American
 * spellings are one.
 */
export const english = alphabetic('english', '\\p{Script=Latin}', reduce);

/** Words repeat: most reductions are answered from here. Emptied when full, so that it cannot grow for ever. */
const known = new Map<string, string | null>();
const KNOWN_LIMIT = 50_000;

function reduce(word: string): string | null {
  const remembered = known.get(word);
  if (remembered !== undefined) return remembered;
  // What people leave out: dont is don't.
  const bare = word.replace(/'s$/, '').replaceAll("'", '');
  // lunr gives nothing back for a stop word.
  const token = lunr.stopWordFilter(new lunr.Token(bare, {})) as lunr.Token | undefined;
  const term = token ? lunr.stemmer(token.update(oneSpelling)).toString() : null;
  if (known.size >= KNOWN_LIMIT) known.clear();
  known.set(word, term || null);
  return term || null;
}
