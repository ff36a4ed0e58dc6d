import { foldForNames } from '../fold/fold.ts';
import { oneOf, part, pattern } from '../pattern.ts';
import { isUnspaced, type NameForm, type NameKind, TITLES_BEFORE } from './name-forms.ts';
import { isOrdinaryWord } from './ordinary-words.ts';
import { LETTER } from './script.ts';

/** What may be a name, found by more than its spelling. Positions are those of the folded text. */
export interface DisguiseFound {
  readonly start: number;
  readonly end: number;
  readonly kind: NameKind;
  /** False where only a person can say. */
  readonly sure: boolean;
}

/** Whether a piece of text is a name: for certain, perhaps, or not (null); or its beginning of some length, perhaps. */
type Judge = (piece: RegExpExecArray, written: () => string) => boolean | number | null;

/** A way in which a name hides: the pieces of a text that could, and whether one does. */
interface Disguise {
  readonly pieces: RegExp;
  readonly kind: NameKind;
  readonly judge: Judge;
}

/**
 * Looks for names that are part of another word, of an address, or only hinted at. Pieces are looked up in sets, so that
 * it costs the same for ten people as for a thousand.
 */
export class DisguiseFinder {
  readonly #disguises: readonly Disguise[];

  constructor(forms: readonly NameForm[]) {
    const persons = forms.filter(({ kind }) => kind === 'person');
    const organisations = forms.filter(({ kind }) => kind === 'organisation');
    this.#disguises = [
      inWords(persons),
      inKatakana(persons),
      inHiragana(persons),
      romanised(persons),
      ...inAddresses(persons),
      ...asInitials(persons),
      asAcronym(organisations),
    ];
  }

  /** @param written a stretch of the folded text as it stands: to see what is a capital */
  find(folded: string, written: (start: number, end: number) => string): DisguiseFound[] {
    return this.#disguises.flatMap(({ pieces, kind, judge }) =>
      [...folded.matchAll(pieces)].flatMap((piece) => {
        const [start, end] = [piece.index, piece.index + piece[0].length];
        const found = judge(piece, () => written(start, end));
        if (found === null) return [];
        return [
          typeof found === 'number'
            ? { start, end: start + found, kind, sure: false }
            : { start, end, kind, sure: found },
        ];
      }),
    );
  }
}

/** The shortest name of which a longer word may be made: of shorter ones too many are by chance. */
const SHORTEST_STEM = 4;
const WORD = pattern(part`(?:${LETTER}){${SHORTEST_STEM},40}`, 'gu');
const HONORIFIC = /^(?:san|sama|sensei|kun|chan)$/;
const PREFIX = pattern(
  part`^(?:${oneOf([...TITLES_BEFORE, 'anti', 'pro', 'non', 'ex', 'pre', 'post'])})`,
  'u',
);

/** Oseisan, Oseis, Oseiland, MsOsei, TeamOsei, mirelaosei. */
function inWords(persons: readonly NameForm[]): Disguise {
  const stems = new Set(
    singleWords(persons).filter(
      (one) => !isUnspaced(one) && one.length >= SHORTEST_STEM && !isOrdinaryWord(one),
    ),
  );
  const joined = new Set(
    latinNames(persons)
      .flatMap(([first, last]) => [`${first}${last}`, `${last}${first}`])
      .filter((one) => one.length >= 2 * SHORTEST_STEM),
  );
  const judge: Judge = ([word], written) => {
    if (joined.has(word)) return true;
    const stem = beginning(word, stems, SHORTEST_STEM);
    if (stem !== null) {
      const rest = word.slice(stem.length);
      if (HONORIFIC.test(rest)) return true;
      return capital(written()) ? false : null;
    }
    if (stems.has(word.replace(PREFIX, ''))) return false;
    // A capital in the middle of a word begins another one.
    const humps = written().split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u);
    return humps.length > 1 && humps.some((hump) => stems.has(foldForNames(hump).text)) ? false : null;
  };
  return { pieces: WORD, kind: 'person', judge };
}

/** The name that a longer word begins with: the longest. */
function beginning(word: string, stems: ReadonlySet<string>, shortest: number): string | null {
  for (let length = word.length - 1; length >= shortest; length--)
    if (stems.has(word.slice(0, length))) return word.slice(0, length);
  return null;
}

const capital = (written: string) => /^\P{Ll}/u.test(written);

/** オセイサン, カワモトプラン; as a word of its own where only the sound is known. */
function inKatakana(persons: readonly NameForm[]): Disguise {
  const katakana = (some: readonly string[]) =>
    some.filter((one) => /^[\p{Script=Katakana}ー]{2,}$/u.test(one));
  const stems = new Set(katakana(singleWords(persons)));
  const readings = new Set(katakana(readAlone(persons)));
  const judge: Judge = ([run]) => {
    const addressed = /^(.+?)(?:サン|サマ|クン|チャン|センセイ)$/u.exec(run)?.[1];
    if (addressed !== undefined && stems.has(addressed)) return true;
    return readings.has(run) || beginning(run, stems, SHORTEST_STEM) !== null ? false : null;
  };
  return { pieces: /[\p{Script=Katakana}ー]{2,30}/gu, kind: 'person', judge };
}

/** What may stand behind a word in hiragana. */
const PARTICLE = /^(?:は|が|を|に|の|と|も|へ|で|や|か|から|まで|より|です|だ)?$/u;
const SHORTEST_READING = 3;

/** A name in hiragana, which any words could be the middle of: only where it can be a word of its own. */
function inHiragana(persons: readonly NameForm[]): Disguise {
  const readings = new Set(readAlone(persons));
  const judge: Judge = ([run]) => {
    for (let length = run.length; length >= SHORTEST_READING; length--)
      if (readings.has(run.slice(0, length)) && PARTICLE.test(run.slice(length))) return length;
    return null;
  };
  return { pieces: /(?<![\p{Script=Hiragana}ー])[\p{Script=Hiragana}ー]{3,30}/gu, kind: 'person', judge };
}

/** Letters of a romanised name that are looked for without a capital: shorter ones are words (date, sake, note). */
const SHORTEST_IN_SMALL = 5;

/** A surname romanised, where only its sound is known. */
function romanised(persons: readonly NameForm[]): Disguise {
  const readings = new Set(readAlone(persons));
  return {
    pieces: pattern(part`(?<!${LETTER})[a-z]{2,30}(?!${LETTER})`, 'gu'),
    kind: 'person',
    judge: ([word], written) =>
      readings.has(word) && (word.length >= SHORTEST_IN_SMALL || capital(written())) ? false : null,
  };
}

/** mosei@…, osei_m@…, @mosei. */
function inAddresses(persons: readonly NameForm[]): Disguise[] {
  const made = latinNames(persons).flatMap(([first, last]) => [
    `${first}${last}`,
    `${last}${first}`,
    `${first.charAt(0)}${last}`,
    `${last.charAt(0)}${first}`,
    `${first}${last.charAt(0)}`,
    `${last}${first.charAt(0)}`,
  ]);
  const handles = new Set(made.filter((one) => one.length >= SHORTEST_STEM));
  const words = new Set([...handles, ...singleWords(persons).filter((one) => /^[a-z]{3,}$/.test(one))]);
  const plain = (address: string) => address.replaceAll(/[._-]/g, '').replace(/\d+$/, '');
  return [
    {
      pieces: pattern(part`(?<!${LETTER})[a-z\d][\w.-]{1,63}(?=@)`, 'gu'),
      kind: 'person',
      judge: ([address]) => {
        if (handles.has(plain(address))) return true;
        const named = [address, ...address.split(/[._-]/)].map(plain).filter((one) => words.has(one));
        return named.length === 0 ? null : named.some((one) => !isOrdinaryWord(one));
      },
    },
    {
      pieces: /(?<=@)[a-z][\w.-]{2,63}/gu,
      kind: 'person',
      judge: ([address]) => (handles.has(plain(address)) ? false : null),
    },
  ];
}

/** Pairs of letters with full stops that nobody is called by. */
const NO_INITIALS = new Set('us uk un eu am pm ps ai dc la ny id hr po eg ie nb'.split(' '));

/** M.O., M. K. O., (MO), MO: at the beginning of a line; M. Osei, where the letter would be left. */
function asInitials(persons: readonly NameForm[]): Disguise[] {
  const names = latinNames(persons);
  const pairs = new Set(
    names
      .flatMap(([first, last]) => [
        `${first.charAt(0)}${last.charAt(0)}`,
        `${last.charAt(0)}${first.charAt(0)}`,
      ])
      .filter((one) => !NO_INITIALS.has(one)),
  );
  const withName = new Set(
    names.flatMap(([first, last]) => [`${first.charAt(0)} ${last}`, `${last.charAt(0)} ${first}`]),
  );
  const pair: Judge = ([, first = '', last = ''], written) =>
    pairs.has(`${first}${last}`) && written() !== written().toLowerCase() ? false : null;
  const inCapitals: Judge = (piece, written) => (/\p{Ll}/u.test(written()) ? null : pair(piece, written));
  return [
    {
      pieces: pattern(
        part`(?<![.]|${LETTER})([a-z])\.[\s-]?(?:[a-z]\.[\s-]?)?([a-z])(?:\.|(?![.]|${LETTER}))`,
        'gu',
      ),
      kind: 'person',
      judge: pair,
    },
    { pieces: /(?<=\()([a-z])([a-z])(?=\))/gu, kind: 'person', judge: inCapitals },
    { pieces: /(?<=^[^\S\n]{0,8})([a-z])([a-z])(?=:)/gmu, kind: 'person', judge: inCapitals },
    {
      pieces: pattern(part`(?<!${LETTER})([a-z])\.\s?([a-z']{2,40})(?!${LETTER})`, 'gu'),
      kind: 'person',
      judge: ([, initial = '', name = ''], written) =>
        withName.has(`${initial} ${name}`) && capital(written()) ? true : null,
    },
  ];
}

const SMALL_WORD = /^(?:of|the|and|for|in|on|to|de|la|le|des|du|und|der|die|für|e|y)$/;
const SHORTEST_ACRONYM = 3;

/** HWU, H.W.U. of the Harbour Workers’ Union. */
function asAcronym(organisations: readonly NameForm[]): Disguise {
  const acronyms = new Set(
    organisations
      .filter(({ folded }) => !isUnspaced(folded))
      .flatMap(({ folded }) => {
        const words = folded.split(/[\s/&-]+/u).filter((one) => /^\p{L}/u.test(one));
        return [words, words.filter((one) => !SMALL_WORD.test(one))];
      })
      .map((words) => words.map((one) => one.charAt(0)).join(''))
      .filter((one) => one.length >= SHORTEST_ACRONYM),
  );
  return {
    pieces: pattern(part`(?<!${LETTER})(?:[a-z]\.?){3,10}(?!${LETTER})`, 'gu'),
    kind: 'organisation',
    judge: ([piece], written) => {
      const letters = piece.replaceAll('.', '');
      const plural = letters.endsWith('s') && acronyms.has(letters.slice(0, -1));
      if (!plural && !acronyms.has(letters)) return null;
      return /\p{Ll}/u.test(written().replace(plural ? /s\.?$/ : /^$/, '')) ? null : false;
    },
  };
}

/** The names of one word. */
function singleWords(persons: readonly NameForm[]): string[] {
  return persons.flatMap(({ folded, reach }) =>
    reach === 'addressed' || folded.includes(' ') ? [] : [folded],
  );
}

/** Those of which only the sound is known. */
function readAlone(persons: readonly NameForm[]): string[] {
  return persons.flatMap(({ folded, reach }) => (reach === 'reading' ? [folded] : []));
}

/** First and last word of each name in Latin letters. */
function latinNames(persons: readonly NameForm[]): (readonly [string, string])[] {
  return persons.flatMap(({ folded, reach }) => {
    if (reach !== 'whole' || isUnspaced(folded) || !folded.includes(' ')) return [];
    const words = folded.split(' ').map((one) => one.replaceAll(/[^a-z]/g, ''));
    const [first = '', last = ''] = [words[0], words.at(-1)];
    return first && last ? [[first, last] as const] : [];
  });
}
