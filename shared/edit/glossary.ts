import type { Doubt } from '../anchor/doubts.ts';
import { replaceAll } from '../anchor/text-map.ts';
import type { Draft } from '../change/draft.ts';
import { type Id, newId } from '../model/basics.ts';
import type { Correction } from '../model/glossary.ts';
import type { IdOf } from '../model/id.ts';
import { ProblemError } from '../model/problem.ts';
import type { Passage, Turn } from '../model/turn.ts';
import { moveCues, type Relocation, relocate, scriptOf } from './relocate.ts';

/** A place where a glossary's wrong term stands: `[start, end)` of a turn's text. */
export interface Hit {
  readonly turnId: IdOf<'turns'>;
  readonly start: number;
  readonly end: number;
  readonly correction: Correction;
}

const LETTER_OF_WORDS = /[\p{L}\p{N}]/u;
const SPACELESS = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/u;

/**
 * Where the terms of a glossary stand in a dialogue, in the order of the text. Letter for letter; a term of a script
 * with spaces counts only as a whole word; of terms that overlap the longer counts. A place that already says the
 * right term is none, though the wrong one be part of it.
 */
export function findHits(
  turns: readonly Pick<Turn, 'id' | 'text'>[],
  glossary: readonly Correction[],
): Hit[] {
  const terms = glossary
    .filter(({ wrong, right }) => wrong !== '' && wrong !== right)
    .sort((a, b) => b.wrong.length - a.wrong.length || (a.id < b.id ? -1 : 1));
  return turns.flatMap(({ id: turnId, text }) => {
    const hits: Hit[] = [];
    for (const correction of terms) {
      const { wrong, right } = correction;
      for (let start = text.indexOf(wrong); start >= 0; start = text.indexOf(wrong, start + 1)) {
        const end = start + wrong.length;
        if (!isWhole(text, start, end) || saysRight(text, start, end, wrong, right)) continue;
        if (hits.every((one) => one.end <= start || one.start >= end))
          hits.push({ turnId, start, end, correction });
      }
    }
    return hits.sort((a, b) => a.start - b.start);
  });
}

/**
 * Applies chosen hits to a dialogue as one step of undo. A passage that holds a term changes with it and stays where it
 * is; cue times move along.
 * @throws ProblemError `glossary-moved` when the text no longer says the term where a hit has it
 */
export async function applyCorrections(
  draft: Draft,
  dialogueId: IdOf<'dialogues'>,
  hits: readonly Hit[],
): Promise<Relocation> {
  const byTurn = new Map<Id, Hit[]>();
  for (const hit of hits) byTurn.set(hit.turnId, [...(byTurn.get(hit.turnId) ?? []), hit]);
  const passagesOf = new Map<Id, Passage[]>();
  for (const passage of await draft.find('passages', 'dialogueId', dialogueId))
    passagesOf.set(passage.turnId, [...(passagesOf.get(passage.turnId) ?? []), passage]);
  let kept = 0;
  const changed: Relocation['changed'][number][] = [];
  const unsure: Passage[] = [];
  const doubts = new Map<Id, readonly Doubt[]>();
  for (const [turnId, ofTurn] of byTurn) {
    const turn = await draft.require('turns', turnId);
    for (const { start, end, correction } of ofTurn)
      if (turn.text.slice(start, end) !== correction.wrong) throw new ProblemError('glossary-moved');
    const { text, map } = replaceAll(
      turn.text,
      ofTurn
        .toSorted((a, b) => a.start - b.start)
        .map(({ start, end, correction }) => ({ start, end, text: correction.right })),
    );
    if (text.trim() === '') throw new ProblemError('turn-empty');
    await draft.put('turns', { ...turn, text, cues: moveCues(turn.cues, map) });
    const passages = passagesOf.get(turnId) ?? [];
    const moved = relocate(passages, scriptOf([turn]), scriptOf([{ ...turn, text }]), map, 'certain');
    for (const row of moved.rows) await draft.put('passages', row);
    kept += moved.kept;
    changed.push(...moved.changed);
    unsure.push(...moved.unsure);
    for (const [id, reasons] of moved.doubts) doubts.set(id, reasons);
  }
  return { kept, changed, unsure, doubts };
}

/**
 * Keeps a correction in the workspace's glossary, for this dialogue and the next.
 * @throws ProblemError `glossary-term-missing`, `glossary-term-same`, `glossary-term-taken`
 */
export async function keepCorrection(
  draft: Draft,
  fields: Omit<Correction, 'id'>,
  correctionId: Id = newId(),
): Promise<Correction> {
  const { wrong, right } = fields;
  if (wrong.trim() === '') throw new ProblemError('glossary-term-missing');
  if (wrong === right) throw new ProblemError('glossary-term-same');
  const taken = (await draft.all('glossary')).find((one) => one.wrong === wrong && one.id !== correctionId);
  if (taken) throw new ProblemError('glossary-term-taken');
  const correction: Correction = { id: correctionId, ...fields };
  await draft.put('glossary', correction);
  return correction;
}

export async function removeCorrection(draft: Draft, correctionId: Id): Promise<void> {
  await draft.remove('glossary', correctionId);
}

/** Not in the middle of a longer word, where the script has spaces between words. */
function isWhole(text: string, start: number, end: number): boolean {
  return !joins(text[start - 1], text[start]) && !joins(text[end - 1], text[end]);
}

function joins(left: string | undefined, right: string | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  return [left, right].every((one) => LETTER_OF_WORDS.test(one) && !SPACELESS.test(one));
}

/** Whether the wrong term stands there only as a part of the right one. */
function saysRight(text: string, start: number, end: number, wrong: string, right: string): boolean {
  for (let at = right.indexOf(wrong); at >= 0; at = right.indexOf(wrong, at + 1)) {
    const from = start - at;
    if (from >= 0 && text.slice(from, from + right.length) === right && from + right.length >= end)
      return true;
  }
  return false;
}
