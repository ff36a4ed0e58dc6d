import { anchorOf, holds } from '../anchor/anchor.ts';
import {
  type Doubt,
  doubtsOf,
  isSameSpeaker,
  rememberedWords,
  speakersOf,
  type Who,
} from '../anchor/doubts.ts';
import { type AnchorOutcome, reanchor } from '../anchor/reanchor.ts';
import { mapPoint, mapRange, type TextMap } from '../anchor/text-map.ts';
import type { Draft } from '../change/draft.ts';
import type { Id } from '../model/basics.ts';
import { ATTRIBUTION_POLICIES } from '../model/dialogue.ts';
import type { IdOf } from '../model/id.ts';
import type { Cue, Passage, Turn } from '../model/turn.ts';

/** What became of the passages of a text that was corrected. */
export interface Relocation {
  /** Found again with the same words. */
  readonly kept: number;
  /** Found again; the correction reached into their words. */
  readonly changed: readonly Moved[];
  /** Not found for certain; they wait on the review list. */
  readonly unsure: readonly Passage[];
  /** Why, by the id of the passage, for each that is unsure. */
  readonly doubts: ReadonlyMap<Id, readonly Doubt[]>;
}

/** A passage whose words were corrected with the text. */
export interface Moved {
  readonly before: Passage;
  readonly after: Passage;
}

/** Turns one after another as one text, so that passages can move from one to the other. */
export interface Script {
  readonly text: string;
  readonly parts: readonly {
    readonly turnId: IdOf<'turns'>;
    readonly start: number;
    readonly end: number;
    readonly speaker: Who | null;
  }[];
}

/** Between one turn and the next in a Script: a blank line, so that no word runs on into the next turn. */
const BETWEEN = '\n\n';

/** @param who tells who a participant is; without it they are known by their ids alone */
export function scriptOf(
  turns: readonly Pick<Turn, 'id' | 'text' | 'participantId'>[],
  who: (participantId: Id | null) => Who | null = speakersOf([]),
): Script {
  let length = 0;
  const parts = turns.map(({ id, text, participantId }) => {
    const part = {
      turnId: id,
      start: length,
      end: length + text.length,
      speaker: who(participantId),
    };
    length = part.end + BETWEEN.length;
    return part;
  });
  return { text: turns.map(({ text }) => text).join(BETWEEN), parts };
}

/**
 * Where the passages of some turns are after their text changed: each is found again, or kept as `unsure` with the
 * words it had. What is unsure or kept already is settled by a person alone. None is lost, and none is said by somebody else or says something else without being `unsure`
 * (`doubtsOf`). Nothing is written.
 * @param map how the text of `old` became that of `next`
 * @param trust `certain` = the map is what was done, not what two texts look like: words follow it wherever it goes
 */
export function relocate(
  passages: readonly Passage[],
  old: Script,
  next: Script,
  map: TextMap,
  trust: 'likely' | 'certain' = 'likely',
): Relocation & { readonly rows: readonly Passage[] } {
  const parts = new Map(old.parts.map((part) => [part.turnId, part]));
  const rows: Passage[] = [];
  const changed: Moved[] = [];
  const unsure: Passage[] = [];
  const doubts = new Map<Id, readonly Doubt[]>();
  let kept = 0;
  for (const passage of passages) {
    const home = parts.get(passage.turnId);
    const start = (home?.start ?? 0) + passage.start;
    const at = { ...passage, start, end: start + passage.quote.length };
    // What waits for a person is followed where its words stand, and goes on waiting.
    const tracked: typeof at = holds(old.text, at) ? { ...at, state: 'anchored' } : at;
    const outcome =
      (trust === 'certain' ? follow(tracked, map, next.text) : null) ?? reanchor(tracked, map, next.text);
    const part = partAt(next, outcome.kind === 'unsure' ? outcome.near : outcome.start);
    const speakers = { was: home?.speaker ?? null, is: part?.speaker ?? null };
    const fits = outcome.kind !== 'unsure' && part !== undefined && outcome.end <= part.end;
    const reasons: Doubt[] = fits
      ? doubtsOf(
          {
            ...(passage.state === 'anchored'
              ? { text: old.text, start: at.start, end: at.end }
              : rememberedWords(passage)),
            speaker: speakers.was,
          },
          { text: next.text, start: outcome.start, end: outcome.end, speaker: speakers.is },
        )
      : notFound(speakers.was, speakers.is);
    if (fits && reasons.length === 0 && passage.state === 'anchored') {
      const text = next.text.slice(part.start, part.end);
      const row: Passage = {
        ...passage,
        ...anchorOf(text, outcome.start - part.start, outcome.end - part.start),
        turnId: part.turnId,
        state: 'anchored',
      };
      rows.push(row);
      if (outcome.kind === 'changed') changed.push({ before: passage, after: row });
      else kept++;
      continue;
    }
    const near = outcome.kind === 'unsure' ? outcome.near : outcome.start;
    const place = Math.max(0, near - (part?.start ?? 0));
    // Old words that a person let stand were looked at under the name they stood under.
    const letStand = passage.state === 'kept' && !reasons.some(({ kind }) => kind === 'speaker');
    // Where only who says them is in doubt, the words are those that the text says now.
    const sameSense = fits && reasons.every(({ kind }) => kind === 'speaker');
    const row: Passage = {
      ...passage,
      turnId: part?.turnId ?? passage.turnId,
      ...(sameSense
        ? anchorOf(next.text.slice(part.start, part.end), place, place + outcome.end - outcome.start)
        : { start: place, end: place + passage.quote.length }),
      state: letStand ? 'kept' : 'unsure',
    };
    rows.push(row);
    if (row.state !== 'unsure') continue;
    unsure.push(row);
    doubts.set(row.id, reasons.length > 0 ? reasons : [{ kind: 'earlier', from: '', to: '' }]);
  }
  return { rows, kept, changed, unsure, doubts };
}

function notFound(was: Who | null, is: Who | null): Doubt[] {
  const doubts: Doubt[] = [{ kind: 'words', from: '', to: '' }];
  if (!isSameSpeaker(was, is)) doubts.push({ kind: 'speaker', from: was?.name ?? '', to: is?.name ?? '' });
  return doubts;
}

/** Whether nothing but the speaker of a passage is in doubt. */
export function onlySpeakerDoubted(doubts: readonly Doubt[]): boolean {
  return doubts.length > 0 && doubts.every(({ kind }) => kind === 'speaker');
}

/** A passage for whose words nobody is named. */
export function unattributed(row: Passage): Passage {
  const own = ATTRIBUTION_POLICIES.indexOf(row.attribution ?? 'named');
  return own >= ATTRIBUTION_POLICIES.indexOf('unattributed') ? row : { ...row, attribution: 'unattributed' };
}

/** Where an anchored passage went by a map that is beyond doubt; null where nothing is left of it. */
function follow(passage: Passage, map: TextMap, text: string): AnchorOutcome | null {
  if (passage.state !== 'anchored') return null;
  const { start, end, whole } = mapRange(map, passage.start, passage.end);
  return text.slice(start, end).trim() !== '' ? { kind: whole ? 'kept' : 'changed', start, end } : null;
}

/**
 * As `relocate`, and writes the passages that moved. Nobody is named for old words whose turn is somebody else's now.
 */
export async function relocateIn(
  draft: Draft,
  passages: readonly Passage[],
  old: Script,
  next: Script,
  map: TextMap,
  trust: 'likely' | 'certain' = 'likely',
): Promise<Relocation> {
  const { rows, ...relocation } = relocate(passages, old, next, map, trust);
  for (const row of rows) {
    const doubts = relocation.doubts.get(row.id) ?? [];
    const foreign = doubts.some(({ kind }) => kind === 'speaker') && !onlySpeakerDoubted(doubts);
    await draft.put('passages', foreign ? unattributed(row) : row);
  }
  return relocation;
}

/** The part of a script that a position falls into, or the last one before it. */
export function partAt(script: Script, at: number): Script['parts'][number] | undefined {
  let low = 0;
  let high = script.parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((script.parts[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return script.parts[low - 1] ?? script.parts[0];
}

/** Cue times moved with their words; a cue whose words are gone is left out. Positions stay ascending. */
export function moveCues(cues: readonly Cue[], map: TextMap): Cue[] {
  const moved = cues.map((cue) => ({ ...cue, at: mapPoint(map, cue.at) }));
  return moved.filter(
    (cue, index) => cue.at < map.after && (index + 1 >= moved.length || cue.at < (moved[index + 1]?.at ?? 0)),
  );
}
