import { type Folded, foldForNames } from '../fold/fold.ts';
import { oneOf, type Part, part, partsJoined, pattern } from '../pattern.ts';
import { DisguiseFinder } from './disguises.ts';
import { HONORIFICS, isUnspaced, type NameForm, type NameKind, TITLES_BEFORE } from './name-forms.ts';
import { isOrdinaryWord } from './ordinary-words.ts';
import { KATAKANA, LETTER, SEPARATOR } from './script.ts';

/** A place where a text tells who somebody is. `[start, end)` in UTF-16 units of the text as it stands. */
export interface NameFound {
  readonly start: number;
  readonly end: number;
  readonly kind: NameKind;
  /** False where the word may as well be no name: `may`, `Chair`, 森, 田中 inside 水田中心. A person has to look. */
  readonly sure: boolean;
}

/** The names in texts; made once for a list of forms, asked for many texts. */
export class NameFinder {
  readonly #patterns: readonly RegExp[];
  readonly #forms: ReadonlyMap<string, NameForm>;
  readonly #disguises: DisguiseFinder;

  constructor(forms: readonly NameForm[]) {
    this.#forms = strongest(forms.flatMap(inPieces));
    this.#disguises = new DisguiseFinder([...this.#forms.values()]);
    const names = [...this.#forms.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
    this.#patterns = portions(names).map((some) => pattern(anyOf(some), 'gu'));
  }

  /** In the order of the text, none overlapping another; a surname beside a given name is one place. */
  find(text: string): NameFound[] {
    if (this.#patterns.length === 0 || text === '') return [];
    const folded = foldForNames(text);
    return together(text, [...this.#spelled(text, folded), ...this.#disguised(text, folded)]);
  }

  #disguised(text: string, folded: Folded): NameFound[] {
    const place = (start: number, end: number) => [folded.startAt(start), folded.endAt(end - 1)] as const;
    return this.#disguises
      .find(folded.text, (start, end) => text.slice(...place(start, end)))
      .map(({ start, end, kind, sure }) => {
        const [from, to] = place(start, end);
        return { start: from, end: to, kind, sure };
      });
  }

  /** What is spelled like one of the forms. */
  #spelled(text: string, folded: Folded): NameFound[] {
    const found: NameFound[] = [];
    for (const match of this.#matches(folded.text)) {
      const form = this.#forms.get(key(match[0]));
      if (!form) continue;
      const start = folded.startAt(match.index);
      const end = folded.endAt(match.index + match[0].length - 1);
      const sure = judge(form, text.slice(start, end), {
        before: folded.text.slice(Math.max(0, match.index - AROUND), match.index),
        after: folded.text.slice(match.index + match[0].length, match.index + match[0].length + AROUND),
      });
      if (sure === null) continue;
      found.push({ start, end, kind: form.kind, sure });
    }
    return found;
  }

  /** In order, the longest of those that begin at one place, none overlapping another. */
  #matches(folded: string): RegExpExecArray[] {
    const all = this.#patterns.flatMap((one) => [...folded.matchAll(one)]);
    if (this.#patterns.length < 2) return all;
    all.sort((a, b) => a.index - b.index || b[0].length - a[0].length);
    let end = 0;
    return all.filter((match) => {
      if (match.index < end) return false;
      end = match.index + match[0].length;
      return true;
    });
  }
}

/** In the order of the text, as one place what overlaps, and a surname beside a given name. */
function together(text: string, found: readonly NameFound[]): NameFound[] {
  const result: NameFound[] = [];
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    const joins =
      last &&
      (one.start < last.end ||
        (last.kind === one.kind && beside(text.slice(last.end, one.start), text.slice(last.start, one.end))));
    if (!joins) result.push(one);
    else
      result[result.length - 1] = {
        ...last,
        end: Math.max(last.end, one.end),
        sure: last.sure || one.sure,
      };
  }
  return result;
}

/** The engine refuses regular expressions beyond some size: what is longer is cut into several. In UTF-16 units
 * of the names. */
const LONGEST_NAME = 1000;
const LONGEST_PATTERN = 20_000;

/** A name longer than any is looked for piece by piece. */
function inPieces(form: NameForm): NameForm[] {
  if (form.folded.length <= LONGEST_NAME) return [form];
  const pieces: string[] = [''];
  for (const word of form.folded.split(/(?<= )/u))
    for (const some of word.match(WITHIN_NAME) ?? []) {
      if ((pieces.at(-1) ?? '').length + some.length > LONGEST_NAME) pieces.push('');
      pieces[pieces.length - 1] += some;
    }
  return pieces.map((piece) => ({ ...form, folded: piece.trim() })).filter(({ folded }) => folded !== '');
}
const WITHIN_NAME = pattern(part`[\s\S]{1,${LONGEST_NAME / 2}}`, 'gu');

function portions(names: readonly string[]): string[][] {
  const result: string[][] = [];
  let room = 0;
  for (const name of names) {
    if (result.length === 0 || name.length > room) {
      result.push([]);
      room = LONGEST_PATTERN;
    }
    result.at(-1)?.push(name);
    room -= name.length;
  }
  return result;
}

/** Units looked at before and behind a name: the longest title and its spaces. */
const AROUND = 14;

/** Of forms spelled alike, the one that reaches furthest. */
function strongest(forms: readonly NameForm[]): Map<string, NameForm> {
  const order: readonly NameForm['reach'][] = ['addressed', 'reading', 'part', 'whole'];
  const result = new Map<string, NameForm>();
  for (const form of forms) {
    const known = result.get(key(form.folded));
    // A name of nothing but full stops and blanks is found nowhere.
    if (key(form.folded) === '') continue;
    if (!known || order.indexOf(form.reach) > order.indexOf(known.reach)) result.set(key(form.folded), form);
  }
  return result;
}

/** The parts of a name without what stands between them. */
function key(folded: string): string {
  return isUnspaced(folded) ? folded.replaceAll(BETWEEN, '') : folded.replaceAll(BETWEEN, ' ').trim();
}
const BETWEEN = pattern(part`${SEPARATOR}+`, 'gu');

/** Any of some names, which are in the order of their length. */
function anyOf(names: readonly string[]): Part {
  const unspaced = names.filter(isUnspaced).map(loose);
  const words = names.filter((name) => !isUnspaced(name)).map(spaced);
  // What bounds words is long: once for all of them. Where both fit at one place, a name without spaces is the longer.
  return oneOf([
    ...unspaced,
    ...(words.length > 0 ? [part`(?<!${LETTER})(?:${oneOf(words)})(?!${LETTER})`] : []),
  ]);
}

/** 森 美咲, 森　美咲 and 森美咲 are one name. */
function loose(name: string): Part {
  const signs = partsJoined([...name], part`${SEPARATOR}{0,2}`);
  const first = /^[\p{Script=Katakana}ー]/u.test(name) ? part`(?<!${KATAKANA})` : '';
  const last = /[\p{Script=Katakana}ー]$/u.test(name) ? part`(?!${KATAKANA})` : '';
  const latin = /^[a-z0-9]/u.test(name) ? part`(?<!${LETTER})` : '';
  return partsJoined([first, latin, signs, last]);
}

function spaced(name: string): Part {
  return partsJoined(name.split(' '), part`${SEPARATOR}+`);
}

interface Around {
  readonly before: string;
  readonly after: string;
}

/** Whether a spelling found is a name for certain (true), perhaps (false), or not (null). */
function judge(form: NameForm, written: string, around: Around): boolean | null {
  const addressed = isAddressed(around);
  if (form.reach === 'whole') return true;
  const plain = key(form.folded);
  if (isUnspaced(plain)) {
    if (addressed) return true;
    if (form.reach === 'addressed' || form.reach === 'reading') return null;
    return !isOrdinaryWord(plain) && !continues(plain, around);
  }
  const capital = /^\P{Ll}/u.test(written);
  if (addressed && capital) return true;
  if (form.reach === 'addressed' || form.reach === 'reading') return null;
  const doubtful = isOrdinaryWord(plain) || plain.length < 3;
  if (!capital) return doubtful ? null : false;
  return !doubtful;
}

const HONOURED = pattern(part`^[\s-]?(?:${oneOf(HONORIFICS)}|-?(?:san|sama|sensei)(?!${LETTER}))`, 'u');
const TITLED = pattern(part`(?:^|[^\p{L}])(?:${oneOf(TITLES_BEFORE)})\.?\s+$`, 'u');

function isAddressed({ before, after }: Around): boolean {
  return HONOURED.test(after) || TITLED.test(before);
}

/** Whether what looks like a name is the middle of a longer word of the same script: 水[田中]心, で[あい]まい. */
function continues(name: string, { before, after }: Around): boolean {
  return SAME_SCRIPT.some(({ at, end, han }) => {
    if (han) return (at.test(name) && end.test(before)) || (end.test(name) && at.test(after));
    return at.test(name) && end.test(name) && (end.test(before) || at.test(after));
  });
}
const SAME_SCRIPT = [
  { at: /^[\p{Script=Han}々]/u, end: /[\p{Script=Han}々]$/u, han: true },
  { at: /^\p{Script=Hiragana}/u, end: /\p{Script=Hiragana}$/u, han: false },
];

/** Whether two parts of a name stand together: `Osei, Mirela`, 森　美咲. */
function beside(between: string, whole: string): boolean {
  return /^[\s\u00B7・]{0,2}$/u.test(between) && (between !== '' || isUnspaced(whole));
}
