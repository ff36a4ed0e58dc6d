import words from '#resources/vocabulary/human-rights.json' with { type: 'json' };
import type { LocalText } from '../model/basics.ts';
import { spellingsOf } from '../model/person.ts';
import { type Concept, type ConceptTerm, termOf } from './concept-terms.ts';
import type { SearchRows } from './rows.ts';

/** What goes by several names. @returns nothing where there is only one */
export function conceptOf(name: LocalText, names: Iterable<string>): Concept[] {
  const terms = new Map<string, ConceptTerm>();
  for (const one of names) {
    const term = termOf(one);
    if (term && !terms.has(term.writing)) terms.set(term.writing, term);
  }
  return terms.size > 1 ? [{ issueId: null, name, terms: [...terms.values()] }] : [];
}

let known: readonly Concept[] | null = null;

/** The terms of the field that ship with the app, each with its names in every language. */
export function vocabulary(): readonly Concept[] {
  known ??= words.terms.flatMap(({ en, ja }) =>
    conceptOf({ en: en[0] ?? '', ja: ja[0] ?? '' }, [...en, ...ja, ...[...en, ...ja].flatMap(otherWritings)]),
  );
  return known;
}

/** A name as some write it: in one word (speakup, サプライチェーン), without a long vowel at its end (サプライヤ宣言). */
function otherWritings(name: string): string[] {
  const together = name.replace(TWO_WORDS, '').replace(SET_OFF, '');
  return [together, name.replace(LONG_END, ''), together.replace(LONG_END, '')].filter((one) => one !== name);
}
const LONG_END = /(?<=[ァ-ヺ]{3})ー(?![ァ-ヺー])/gu;
const TWO_WORDS = /(?<=^[a-z]{2,}) (?=[a-z]{2,}$)/giu;
const SET_OFF = /(?<=[\p{Script=Latin}\p{N}])-(?=[\p{Script=Latin}\p{N}])|(?<=[\p{Script=Katakana}ー])・/gu;

/** The instruments of a workspace: code, and what each is called. */
export function instrumentNames(rows: SearchRows): Concept[] {
  return rows.all('instruments').flatMap(({ code, name }) => {
    const full = Object.values(name).filter((one) => one !== '');
    const short = full.flatMap((one) => [
      one.replace(BRACKETED, ''),
      ...(BRACKETED.exec(one)?.slice(1) ?? []),
    ]);
    return conceptOf(name, [code, ...full, ...short].filter(Boolean));
  });
}
const BRACKETED = /[（(]([^（()）]+)[)）]/u;

/** The people of a workspace, by every spelling, and by their surname where nobody else has it. */
export function personNames(rows: SearchRows): Concept[] {
  const persons = rows.all('persons');
  const surnames = persons.map((person) => spellingsOf(person).flatMap(surnameOf));
  const holders = new Map<string, number>();
  for (const own of surnames) for (const one of new Set(own)) holders.set(one, (holders.get(one) ?? 0) + 1);
  return persons.flatMap((person, at) => {
    const own = (surnames[at] ?? []).filter((one) => holders.get(one) === 1);
    return conceptOf(person.name, [...spellingsOf(person), ...own]);
  });
}

/** The surname of a name with a space in it: last in an alphabet, first in Japanese. */
function surnameOf(name: string): string[] {
  const parts = name.trim().split(/[\s・]+/u);
  if (parts.length < 2) return [name];
  const isKanji = /\p{Script=Han}/u.test(name);
  return [(isKanji ? parts[0] : parts.at(-1)) ?? ''].filter((part) => part.length > 1);
}
