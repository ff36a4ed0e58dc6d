import { speakersOf } from '../anchor/doubts.ts';
import { mapTexts, type TextMap } from '../anchor/text-map.ts';
import type { Draft } from '../change/draft.ts';
import { newId } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import { ProblemError } from '../model/problem.ts';
import type { Cue, Turn } from '../model/turn.ts';
import { cuesWithin, shiftCues } from '../transcript/cues.ts';
import { seamBetween } from '../transcript/fixes.ts';
import { ORDER_STEP } from './dialogue.ts';
import { moveCues, type Relocation, relocateIn, scriptOf } from './relocate.ts';

const NOTHING_MOVED: Relocation = { kept: 0, changed: [], unsure: [], doubts: new Map() };

/**
 * Gives a turn its speaker; null makes it narration, which nobody is quoted for. Where that is another
 * person, the turn's passages wait on the review list.
 * @throws ProblemError `speaker-elsewhere` when the participant belongs to another dialogue
 */
export async function assignSpeaker(
  draft: Draft,
  turnId: IdOf<'turns'>,
  participantId: IdOf<'participants'> | null,
): Promise<Relocation> {
  const turn = await draft.require('turns', turnId);
  if (participantId !== null) {
    const participant = await draft.require('participants', participantId);
    if (participant.dialogueId !== turn.dialogueId) throw new ProblemError('speaker-elsewhere');
  }
  await draft.patch('turns', turnId, {
    participantId,
    kind: participantId === null ? 'narration' : 'speech',
  });
  if (participantId === turn.participantId) return NOTHING_MOVED;
  const who = await participantsOf(draft, turn.dialogueId);
  const passages = await draft.find('passages', 'turnId', turnId);
  const old = scriptOf([turn], who);
  const next = scriptOf([{ ...turn, participantId }], who);
  return relocateIn(draft, passages, old, next, mapTexts(turn.text, turn.text));
}

async function participantsOf(
  draft: Draft,
  dialogueId: IdOf<'dialogues'>,
): Promise<ReturnType<typeof speakersOf>> {
  return speakersOf(await draft.find('participants', 'dialogueId', dialogueId));
}

/**
 * Corrects the words of a turn; line ends become LF. Passages and cue times
 * move with their words; what is not found again for certain waits on the review list.
 * @throws ProblemError `turn-empty` when nothing but blank space is left
 */
export async function editTurnText(draft: Draft, turnId: IdOf<'turns'>, text: string): Promise<Relocation> {
  const turn = await draft.require('turns', turnId);
  const words = text.replaceAll(/\r\n?/g, '\n');
  if (words.trim() === '') throw new ProblemError('turn-empty');
  return rewriteTurn(draft, turn, words, mapTexts(turn.text, words));
}

/** Writes a turn's new text with everything that hangs on it. @param map how the old text became the new one */
export async function rewriteTurn(draft: Draft, turn: Turn, text: string, map: TextMap): Promise<Relocation> {
  if (text === turn.text) return NOTHING_MOVED;
  const passages = await draft.find('passages', 'turnId', turn.id);
  await draft.put('turns', { ...turn, text, cues: moveCues(turn.cues, map) });
  return relocateIn(draft, passages, scriptOf([turn]), scriptOf([{ ...turn, text }]), map);
}

/**
 * Cuts a turn in two at a position of its text (UTF-16 units): the second part becomes a turn of its own by the same
 * speaker. Blank space at the cut is left out. Passages go with their words; one that lies across the cut waits on
 * the review list. A cue that runs across the cut counts for both parts; a time that the file does not tell is not
 * made up.
 * @returns the new turn's id
 * @throws ProblemError `turn-split-end` when one part would be empty
 */
export async function splitTurn(
  draft: Draft,
  turnId: IdOf<'turns'>,
  at: number,
): Promise<{ readonly turnId: IdOf<'turns'>; readonly relocation: Relocation }> {
  const turn = await draft.require('turns', turnId);
  const cut = isInsidePair(turn.text, at) ? at - 1 : at;
  const upper = turn.text.slice(0, cut).trimEnd();
  const lower = turn.text.slice(cut).trimStart();
  if (upper.trim() === '' || lower === '') throw new ProblemError('turn-split-end');
  const lowerAt = turn.text.length - lower.length;
  const lowerCues = cuesWithin(turn.cues, lowerAt, turn.text.length);
  const upperCues = cuesWithin(turn.cues, 0, upper.length);
  const second: Turn = {
    ...turn,
    id: newId(),
    order: await orderAfter(draft, turn),
    text: lower,
    start: lowerCues[0]?.start ?? null,
    cues: lowerCues,
  };
  const first: Turn = { ...turn, text: upper, end: upperCues.at(-1)?.end ?? null, cues: upperCues };
  const passages = await draft.find('passages', 'turnId', turnId);
  await draft.put('turns', { ...first, order: (await draft.require('turns', turnId)).order });
  draft.add('turns', second);
  const next = scriptOf([first, second]);
  const map: TextMap = {
    runs: [
      { from: 0, to: 0, length: upper.length },
      { from: lowerAt, to: next.parts[1]?.start ?? 0, length: lower.length },
    ],
    before: turn.text.length,
    after: next.text.length,
  };
  const relocation = await relocateIn(draft, passages, scriptOf([turn]), next, map, 'certain');
  return { turnId: second.id, relocation };
}

/**
 * Joins a turn to the one above it, whose speaker it takes on; passages go with their words, and those that somebody
 * else said wait on the review list. A sentence that was cut is
 * closed up as its script wants, a finished one is followed by a new paragraph.
 * @returns the id of the turn above, which is now both
 * @throws ProblemError `turn-join-first` for the first turn, `turn-join-heading` where a heading stands between
 */
export async function joinTurnAbove(
  draft: Draft,
  turnId: IdOf<'turns'>,
): Promise<{ readonly turnId: IdOf<'turns'>; readonly relocation: Relocation }> {
  const turn = await draft.require('turns', turnId);
  const all = await turnsInOrder(draft, turn.dialogueId);
  const above = all[all.findIndex((one) => one.id === turnId) - 1];
  if (!above) throw new ProblemError('turn-join-first');
  if (above.heading !== turn.heading) throw new ProblemError('turn-join-heading');
  const seam = seamBetween(above.text, turn.text);
  const lowerAt = above.text.length + seam.length;
  const joined: Turn = {
    ...above,
    text: `${above.text}${seam}${turn.text}`,
    end: turn.end ?? above.end,
    cues: withoutRepeat([...above.cues, ...shiftCues(turn.cues, lowerAt)], above.cues.length),
  };
  const passages = [
    ...(await draft.find('passages', 'turnId', above.id)),
    ...(await draft.find('passages', 'turnId', turnId)),
  ];
  await draft.put('turns', joined);
  await draft.remove('turns', turnId);
  const who = await participantsOf(draft, turn.dialogueId);
  const old = scriptOf([above, turn], who);
  const next = scriptOf([joined], who);
  const map: TextMap = {
    runs: [
      { from: 0, to: 0, length: above.text.length },
      { from: old.parts[1]?.start ?? 0, to: lowerAt, length: turn.text.length },
    ],
    before: old.text.length,
    after: next.text.length,
  };
  return { turnId: above.id, relocation: await relocateIn(draft, passages, old, next, map, 'certain') };
}

/** The turns of a dialogue in the order of speaking. */
export async function turnsInOrder(draft: Draft, dialogueId: IdOf<'dialogues'>): Promise<Turn[]> {
  const turns = await draft.find('turns', 'dialogueId', dialogueId);
  return turns.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** A place right after a turn; where numbers have no room left between two turns, all are numbered anew. */
async function orderAfter(draft: Draft, turn: Turn): Promise<number> {
  const all = await turnsInOrder(draft, turn.dialogueId);
  const index = all.findIndex((one) => one.id === turn.id);
  const next = all[index + 1];
  if (!next) return turn.order + ORDER_STEP;
  const middle = (turn.order + next.order) / 2;
  if (middle > turn.order && middle < next.order) return middle;
  for (const [at, one] of all.entries()) await draft.patch('turns', one.id, { order: (at + 1) * ORDER_STEP });
  return (index + 1.5) * ORDER_STEP;
}

/** A cue that a split made count for both parts is one again. */
function withoutRepeat(cues: readonly Cue[], seam: number): Cue[] {
  const [last, first] = [cues[seam - 1], cues[seam]];
  const same = last && first && last.start === first.start && last.end === first.end;
  return cues.filter((_, index) => !(same && index === seam));
}

function isInsidePair(text: string, at: number): boolean {
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
