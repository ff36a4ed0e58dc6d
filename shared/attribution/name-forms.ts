import { foldForNames } from '../fold/fold.ts';
import type { Id } from '../model/basics.ts';
import type { AttributionPolicy, Participant } from '../model/dialogue.ts';
import { type Person, spellingsOf } from '../model/person.ts';
import type { Workspace } from '../model/workspace.ts';
import { oneOf, part, pattern } from '../pattern.ts';
import { isOrdinaryWord } from './ordinary-words.ts';
import { readingsOf } from './readings.ts';

export type NameKind = 'person' | 'organisation';

/** A spelling that tells who somebody is. */
export interface NameForm {
  /** Folded; parts of a name that may stand apart are separated by one space. */
  readonly folded: string;
  readonly kind: NameKind;
  /**
   * `whole`: it means nobody else wherever it stands. `part`: a surname or given name alone, which a reader may have to
   * judge. `addressed`: too short, or cut out of a name by guess: means somebody only where they are addressed by it.
   * `reading`: the same, or what may be the name where it is a word of its own (`disguises.ts`).
   */
  readonly reach: 'whole' | 'part' | 'addressed' | 'reading';
}

/** What is known of names besides the participants' own rows. */
export interface NameBook {
  readonly ofPerson: ReadonlyMap<Id, readonly string[]>;
  readonly organisationsOfPerson: ReadonlyMap<Id, readonly string[]>;
  /** Folded names of the company itself: never withheld. */
  readonly own: ReadonlySet<string>;
}

export function nameBook(state: {
  readonly persons: readonly Person[];
  readonly workspace: readonly Workspace[];
}): NameBook {
  return {
    ofPerson: new Map(state.persons.map((one) => [one.id, spellingsOf(one)])),
    organisationsOfPerson: new Map(state.persons.map((one) => [one.id, Object.values(one.organisation)])),
    own: new Set(
      state.workspace
        .flatMap((one) => [...Object.values(one.company), ...one.companyAliases])
        .map((one) => foldForNames(one).text),
    ),
  };
}

/**
 * All spellings that a policy forbids for a participant: names in every language and script, aliases, the label of the
 * turns, each part of a name alone; beyond `affiliation`, those of the organisation as well, unless it is the company.
 */
export function formsToWithhold(
  participant: Participant,
  policy: AttributionPolicy,
  book: NameBook,
): NameForm[] {
  if (policy === 'named') return [];
  const { personId } = participant;
  const names = [participant.name, ...(personId ? (book.ofPerson.get(personId) ?? []) : [])];
  const forms = names.flatMap(formsOfPerson);
  const known = new Set(forms.map(({ folded }) => folded));
  const label = bare(foldForNames(participant.label).text);
  // A label that is no part of the name may be a nickname as well as "Interviewer".
  if (label !== '' && !known.has(label)) forms.push({ folded: label, kind: 'person', reach: 'part' });
  if (policy !== 'affiliation' && participant.external) {
    const organisations = [
      participant.organisation,
      ...(personId ? (book.organisationsOfPerson.get(personId) ?? []) : []),
    ];
    forms.push(...organisations.flatMap(formsOfOrganisation));
  }
  return forms.filter(({ folded }) => folded !== '' && !book.own.has(folded));
}

function formsOfPerson(name: string): NameForm[] {
  const folded = bare(foldForNames(name).text);
  if (folded === '') return [];
  return [...spelledForms(folded), ...readingsOf(folded).flatMap(readForms)];
}

/** What is only known by its sound may be any word where it is one alone: だて is the name Date. */
function readForms(reading: string): NameForm[] {
  return spelledForms(reading).map((form) =>
    form.folded.includes(' ') ? form : { ...form, reach: 'reading' },
  );
}

function spelledForms(folded: string): NameForm[] {
  const parts = folded.split(' ');
  const person = (text: string, reach: NameForm['reach']): NameForm => ({
    folded: text,
    kind: 'person',
    reach: reachOf(text, reach),
  });
  // One Latin word may be a surname as well as the whole name: an alias is often just that.
  if (parts.length === 1)
    return [person(folded, isUnspaced(folded) ? 'whole' : 'part'), ...guessedSurnames(folded)];
  return [
    { folded, kind: 'person', reach: 'whole' },
    { folded: [...parts].reverse().join(' '), kind: 'person', reach: 'whole' },
    ...parts.filter((part) => !/^.\.?$/u.test(part) || isUnspaced(part)).map((part) => person(part, 'part')),
  ];
}

/** A name written without a space does not say where the surname ends. */
function guessedSurnames(folded: string): NameForm[] {
  const signs = [...folded];
  if (!/^\p{Script=Han}{3,6}$/u.test(folded)) return [];
  return [1, 2, 3]
    .filter((length) => length < signs.length)
    .map((length) => ({ folded: signs.slice(0, length).join(''), kind: 'person', reach: 'addressed' }));
}

/** One character of Japanese (森) is a word of its own as often as a name, and so are some longer ones. */
function reachOf(text: string, wish: NameForm['reach']): NameForm['reach'] {
  if (isUnspaced(text) && [...text].length === 1) return 'addressed';
  if (wish === 'whole' && ([...text].length < 3 || isOrdinaryWord(text))) return 'part';
  return wish;
}

function formsOfOrganisation(name: string): NameForm[] {
  const folded = foldForNames(name).text.replaceAll(SPACE, ' ').trim();
  const aside = [...folded.matchAll(/[([【「]([^)\]】」]+)[)\]】」]/gu)].map(([, inside = '']) =>
    inside.trim(),
  );
  const main = folded
    .replaceAll(/[([【「][^)\]】」]*[)\]】」]/gu, ' ')
    .replaceAll(SPACE, ' ')
    .trim();
  const core = main.replaceAll(CORPORATE, ' ').replaceAll(SPACE, ' ').trim();
  return [...new Set([folded, main, core, ...aside])]
    .filter((text) => [...text].length >= 2)
    .map((text) => ({
      folded: text,
      kind: 'organisation',
      reach: isOrdinaryWord(text) || [...text].length < 3 ? 'part' : 'whole',
    }));
}

const SPACE = /[\s\u00B7・,、=＝]+/gu;
const CORPORATE =
  /株式会社|有限会社|合同会社|一般社団法人|公益社団法人|一般財団法人|公益財団法人|特定非営利活動法人|認定npo法人|npo法人|\b(?:inc|ltd|llc|gmbh|plc|corp|corporation|co)\b\.?/gu;

/** Titles before a name, and what is said after one. Folded; Latin ones may end in a full stop. */
export const TITLES_BEFORE = [
  'mr',
  'mrs',
  'ms',
  'mx',
  'miss',
  'dr',
  'prof',
  'professor',
  'sir',
  'dame',
  'lady',
  'lord',
  'hon',
  'rev',
  'judge',
  'mme',
  'herr',
  'frau',
  'señor',
  'senor',
  'señora',
  'senora',
] as const;
export const HONORIFICS = [
  'さん',
  'さま',
  'くん',
  'ちゃん',
  '氏',
  '様',
  '君',
  '殿',
  '先生',
  '委員',
  '議員',
  '弁護士',
  '教授',
  '准教授',
  '博士',
  '部長',
  '課長',
  '室長',
  '本部長',
  '社長',
  '会長',
  '理事',
  '理事長',
  '代表',
  '参考人',
  '役員',
  '専務',
  '常務',
  '副社長',
] as const;

const TITLED = pattern(part`^(?:(?:${oneOf(TITLES_BEFORE)})\.?\s+)+`, 'u');
const HONOURED = pattern(part`\s?(?:${oneOf([...HONORIFICS].sort((a, b) => b.length - a.length))})$`, 'u');
const DEGREES = /\s+(?:jr|sr|ph\.?d|md|esq|ii|iii)\.?$/u;

/** A name without titles, honorifics and what stands in brackets behind it; its parts separated by one space. */
function bare(folded: string): string {
  const text = folded
    .replaceAll(/[([【「][^)\]】」]*[)\]】」]/gu, ' ')
    .replaceAll(SPACE, ' ')
    .trim()
    .replace(TITLED, '')
    .replace(DEGREES, '');
  const without = text.replace(HONOURED, '').trim();
  return without === '' ? text : without;
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Whether a text is in a script that sets no spaces between words, or, like Korean, hangs other words on to names. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}
