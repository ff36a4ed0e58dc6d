import { type Unit, unitsOf } from './concept-terms.ts';

/**
 * Words behind a name that say no more than the name: who asks for 内部通報制度 or a whistleblowing scheme means what
 * others call 内部通報 or whistleblowing.
 */
const TAILS = `制度 窓口 体制 態勢 仕組み システム メカニズム プログラム プロセス 手続 手続き 対応 対策 問題 課題
  system scheme programme mechanism channel line desk service process procedure framework measure issue problem`;

/** By how many units they have, the longest first. */
const KEYS: readonly (readonly string[])[] = TAILS.split(/\s+/)
  .map((tail) => unitsOf(tail).map(({ key }) => key))
  .sort((a, b) => b.length - a.length);

/** How many of the units from a place on are such a word and what joins it to the name before; 0 = none is. */
export function tailAt(units: readonly Unit[], from: number): number {
  const joins = units[from]?.text === 'の' ? 1 : 0;
  if (!isNext(units, from)) return 0;
  const begin = from + joins;
  const tail = KEYS.find((keys) => keys.every((key, at) => units[begin + at]?.key === key));
  if (!tail || (joins === 1 && !isNext(units, begin))) return 0;
  return goesOn(units, begin + tail.length) ? 0 : joins + tail.length;
}

/** Whether a unit stands right behind the one before it. */
function isNext(units: readonly Unit[], at: number): boolean {
  const [before, here] = [units[at - 1], units[at]];
  return before !== undefined && here !== undefined && here.start - before.end <= 1;
}

/** Whether the word before a place goes on there, as far as scripts without spaces tell: 問題 in 問題点. */
export function goesOn(units: readonly Unit[], at: number): boolean {
  const [before, here] = [units[at - 1], units[at]];
  if (!before?.joined || !here?.joined || before.end !== here.start) return false;
  return scriptOf(before.text) === scriptOf(here.text);
}

function scriptOf(character: string): string {
  if (/\p{Script=Han}|\u3005/u.test(character)) return 'kanji';
  return /[\p{Script=Katakana}\u30FC]/u.test(character) ? 'katakana' : 'other';
}
