import { type Alignment, alignTurns } from '../anchor/align-turns.ts';
import { type Doubt, isSameSpeaker, speakersOf, type Who } from '../anchor/doubts.ts';
import type { Draft } from '../change/draft.ts';
import { type Id, newId } from '../model/basics.ts';
import type { Dialogue, Participant, SourceFile } from '../model/dialogue.ts';
import type { IdOf } from '../model/id.ts';
import { ProblemError } from '../model/problem.ts';
import type { Cue, Passage, Turn } from '../model/turn.ts';
import { shiftCues } from '../transcript/cues.ts';
import { foldName } from '../transcript/names.ts';
import type { ReadBlock, ReadParticipant, ReadResult } from '../transcript/result.ts';
import { isRole } from '../transcript/roles.ts';
import { addParticipant, doubtsLeft, ORDER_STEP, sourceFile } from './dialogue.ts';
import {
  moveCues,
  onlySpeakerDoubted,
  type Relocation,
  relocate,
  type Script,
  scriptOf,
  unattributed,
} from './relocate.ts';

/** A dialogue as it stands. */
export interface OldText {
  /** In the order of speaking. */
  readonly turns: readonly Turn[];
  readonly participants: readonly Participant[];
  readonly passages: readonly Passage[];
}

/** A new turn beside the old one that it is; null on the one side = it came new, on the other = it is left out. */
export interface TurnPair {
  readonly before: Turn | null;
  readonly after: Turn | null;
}

/** A speaker of the new text: a participant of the old one, or somebody new under an id of their own. */
export interface Speaker {
  readonly id: Id;
  readonly known: Participant | null;
}

/** What a corrected file does to a dialogue: worked out before anything is written, and looked over by a person. */
export interface Replacement extends Relocation {
  /** In the order of the new text; what is left out stands where it stood. */
  readonly turns: readonly TurnPair[];
  /** Passages as they will be. */
  readonly rows: readonly Passage[];
  /** By label: who a speaker of the new text is. */
  readonly speakers: ReadonlyMap<string, Speaker>;
  /** People who spoke in the old text and are not in the new one. */
  readonly gone: readonly Participant[];
}

/**
 * Matches a corrected text with a dialogue. Turns, speakers and passages that are the same keep their identity; whoever
 * is named anew for most of the same turns is the same person under a corrected name. Nothing is written.
 * @throws ProblemError `import-empty` when the file has not a single block
 */
export function matchReimport(old: OldText, result: ReadResult): Replacement {
  if (result.blocks.length === 0) throw new ProblemError('import-empty');
  const before = scriptOf(old.turns, speakersOf(old.participants));
  const drafted = result.blocks.map(({ text }) => ({ id: newId(), text, participantId: null }));
  const after = scriptOf(drafted);
  const alignment = alignTurns(before.text, before.parts, after.text, after.parts);
  const speakers = matchSpeakers(old, result, alignment);
  const cues = moveCues(
    old.turns.flatMap((turn, index) =>
      turn.cues.map((cue) => ({ ...cue, at: cue.at + (before.parts[index]?.start ?? 0) })),
    ),
    alignment.map,
  );
  const fresh = result.blocks.map((block, index): Turn => {
    const existing = old.turns[alignment.oldOf[index] ?? -1];
    return {
      id: existing?.id ?? drafted[index]?.id ?? newId(),
      dialogueId: old.turns[0]?.dialogueId ?? '',
      order: (index + 1) * ORDER_STEP,
      kind: block.kind,
      participantId: block.kind === 'speech' ? (speakers.get(block.speaker ?? '')?.id ?? null) : null,
      text: block.text,
      heading: block.heading,
      ...timesOf(block, existing, cues, after.parts[index]),
    };
  });
  const next = scriptOf(fresh, speakersOf([...old.participants, ...newcomers(speakers, result)]));
  const moved = relocate(old.passages, before, next, alignment.map);
  const rows = moved.rows.map((row) => keepSpeaker(row, moved.doubts.get(row.id) ?? [], old, before, next));
  const speaking = new Set(fresh.map(({ participantId }) => participantId));
  const spoke = new Set(old.turns.map(({ participantId }) => participantId));
  return {
    kept: moved.kept,
    changed: moved.changed,
    unsure: rows.filter(({ state }) => state === 'unsure'),
    doubts: moved.doubts,
    rows,
    turns: pairsOf(old.turns, fresh),
    speakers,
    gone: old.participants.filter(({ id }) => spoke.has(id) && !speaking.has(id)),
  };
}

/** The file a corrected text was read from, and what the reader made of it. */
export interface CorrectedFile {
  readonly result: ReadResult;
  readonly source: Pick<SourceFile, 'name' | 'sha256' | 'size'> | null;
}

/**
 * Puts a corrected file in the place of a dialogue's text as one step of undo. What is said of the dialogue itself
 * stays; the old file's bytes are kept with the history.
 * @param replacement what `matchReimport` made of the dialogue as it is now, and of this result
 * @throws ProblemError `reimport-stale` when the dialogue has changed since
 */
export async function reimportDialogue(
  draft: Draft,
  dialogueId: IdOf<'dialogues'>,
  replacement: Replacement,
  { result, source }: CorrectedFile,
): Promise<void> {
  const dialogue = await draft.require('dialogues', dialogueId);
  await requireFresh(draft, dialogueId, replacement);
  await writeSpeakers(draft, replacement, result, dialogue);
  for (const participant of replacement.gone) await draft.remove('participants', participant.id);
  for (const { before, after } of replacement.turns) {
    if (after) await draft.put('turns', { ...after, dialogueId });
    else if (before) await draft.remove('turns', before.id);
  }
  for (const row of replacement.rows) await draft.put('passages', row);
  const turnIds = replacement.turns.flatMap(({ after }) => after?.id ?? []);
  await draft.patch('dialogues', dialogueId, {
    openDoubts: doubtsLeft(result, turnIds),
    ...(source && { source: sourceFile(source, result) }),
  });
}

async function requireFresh(
  draft: Draft,
  dialogueId: IdOf<'dialogues'>,
  { turns, rows }: Replacement,
): Promise<void> {
  const stale = () => new ProblemError('reimport-stale');
  const olds = new Map(turns.flatMap(({ before }) => (before ? [[before.id, before]] : [])));
  const existing = await draft.find('turns', 'dialogueId', dialogueId);
  if (existing.length !== olds.size) throw stale();
  for (const { id, text, participantId } of existing) {
    const old = olds.get(id);
    if (old?.text !== text || old.participantId !== participantId) throw stale();
  }
  const known = new Set(rows.map(({ id }) => id));
  const passages = await draft.find('passages', 'dialogueId', dialogueId);
  if (passages.length !== known.size || !passages.every(({ id }) => known.has(id))) throw stale();
}

async function writeSpeakers(
  draft: Draft,
  { speakers }: Replacement,
  result: ReadResult,
  { id: dialogueId, language }: Pick<Dialogue, 'id' | 'language'>,
): Promise<void> {
  const persons = await draft.all('persons');
  for (const [index, participant] of result.participants.entries()) {
    const { name, label } = participant;
    const order = (index + 1) * ORDER_STEP;
    const speaker = speakers.get(label);
    // A file that gives the label alone knows less than what is stored.
    if (speaker?.known)
      await draft.patch('participants', speaker.id, { label, ...(name === label ? {} : { name }) });
    else if (speaker)
      addParticipant(draft, persons, participant, { dialogueId, order, language, id: speaker.id });
  }
}

/** Cue times of the file; where it has none, the old ones, moved with their words. */
function timesOf(
  block: ReadBlock,
  existing: Turn | undefined,
  cues: readonly Cue[],
  part: Script['parts'][number] | undefined,
): Pick<Turn, 'start' | 'end' | 'cues'> {
  if (block.start !== null || block.cues.length > 0 || !part)
    return { start: block.start, end: block.end, cues: block.cues };
  const moved = shiftCues(cues.slice(firstFrom(cues, part.start), firstFrom(cues, part.end)), -part.start);
  return {
    start: moved[0]?.start ?? existing?.start ?? null,
    end: moved.at(-1)?.end ?? existing?.end ?? null,
    cues: moved,
  };
}

/** Index of the first cue at or behind a position. */
function firstFrom(cues: readonly Cue[], at: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Who of the old text each speaker of the new one is: by name, by label, and by the turns that are theirs. Whoever has
 * another person's name is another person, whatever the label and the turns.
 */
function matchSpeakers(old: OldText, result: ReadResult, { oldOf }: Alignment): Map<string, Speaker> {
  const matched = new Map<string, Speaker>();
  const free = new Set(old.participants);
  const match = (participant: ReadParticipant, fits: (one: Participant) => boolean) => {
    if (matched.has(participant.label)) return;
    const found = [...free].find(fits);
    if (!found) return;
    free.delete(found);
    matched.set(participant.label, { id: found.id, known: found });
  };
  for (const one of result.participants)
    match(one, ({ label, name }) => label === one.label && name === one.name);
  for (const one of result.participants) match(one, ({ name }) => name === one.name);
  for (const one of result.participants)
    match(one, (known) => known.label === one.label && mayBeOne(known, one));
  for (const one of result.participants) {
    const owners = result.blocks.flatMap((block, index) => {
      const turn = block.speaker === one.label ? old.turns[oldOf[index] ?? -1] : undefined;
      return turn ? [turn.participantId] : [];
    });
    match(
      one,
      (known) =>
        owners.filter((owner) => owner === known.id).length * 2 > owners.length && mayBeOne(known, one),
    );
    if (!matched.has(one.label)) matched.set(one.label, { id: newId(), known: null });
  }
  return matched;
}

/** `Speaker 2`, `SPEAKER_01`, 話者3: a place that is kept for a name. */
const NAMELESS = /^(?:speaker|voice|participant|unknown|話者|発言者|不明|スピーカー)[\s_\-#]*[\da-z]*$/u;
/** Names with this share of their pairs of letters in common may be one name, spelt in two ways. */
const SPELT_ALIKE = 0.75;

/** Whether a participant may be whom a file names so: spelt otherwise, in part, or named for the first time. */
function mayBeOne(known: Participant, one: ReadParticipant): boolean {
  const [old, now] = [foldName(known.name), foldName(one.name)];
  if (one.name === one.label && foldName(known.label) === foldName(one.label)) return true;
  if (old === now || NAMELESS.test(old) || isRole(known.name)) return true;
  if (old.length > 1 && now.length > 1 && (old.startsWith(now) || now.startsWith(old))) return true;
  const [few, many] = [old.split(' '), now.split(' ')].sort((a, b) => a.length - b.length) as [
    string[],
    string[],
  ];
  return few.every((word) => many.includes(word)) || shareOfPairs(old, now) >= SPELT_ALIKE;
}

/** Share of the pairs of letters that two words have in common, of both together (Dice). */
function shareOfPairs(one: string, other: string): number {
  const [a, b] = [one, other].map((word) =>
    Array.from(word.slice(1), (letter, at) => `${word[at]}${letter}`),
  );
  if (!a || !b || a.length + b.length === 0) return 0;
  const left = [...b];
  const common = a.filter((pair) => {
    const at = left.indexOf(pair);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return (2 * common.length) / (a.length + b.length);
}

/** Speakers of the new text who are not in the old one. */
function newcomers(speakers: ReadonlyMap<string, Speaker>, { participants }: ReadResult): Who[] {
  return participants.flatMap(({ label, name }) => {
    const speaker = speakers.get(label);
    return speaker && !speaker.known ? [{ id: speaker.id, personId: null, name }] : [];
  });
}

/**
 * A passage that is not certain is never put into somebody else's mouth: it waits at the nearest turn of whoever said
 * it, and where they no longer speak, nobody is named for it. Only where its turn itself goes on with its words, under
 * another name, it stays.
 */
function keepSpeaker(
  row: Passage,
  doubts: readonly Doubt[],
  { passages }: OldText,
  before: Script,
  next: Script,
): Passage {
  if (row.state === 'anchored') return row;
  const passage = passages.find(({ id }) => id === row.id);
  const was = before.parts.find(({ turnId }) => turnId === passage?.turnId)?.speaker ?? null;
  const index = next.parts.findIndex(({ turnId }) => turnId === row.turnId);
  if (was === null || isSameSpeaker(next.parts[index]?.speaker ?? null, was)) return row;
  if (onlySpeakerDoubted(doubts) && row.turnId === passage?.turnId) return row;
  let nearest: number | null = null;
  for (const [at, { speaker }] of next.parts.entries()) {
    if (isSameSpeaker(speaker, was) && (nearest === null || Math.abs(at - index) < Math.abs(nearest - index)))
      nearest = at;
  }
  const part = nearest === null ? undefined : next.parts[nearest];
  if (part && nearest !== null) {
    const start = nearest < index ? part.end - part.start : 0;
    return { ...row, turnId: part.turnId, start, end: start + row.quote.length };
  }
  return unattributed(row);
}

/** New turns in their order, with the old turns that are left out where they stood. */
function pairsOf(olds: readonly Turn[], news: readonly Turn[]): TurnPair[] {
  const byId = new Map(olds.map((turn) => [turn.id, turn]));
  const goesOn = new Set(news.map(({ id }) => id));
  const after = new Map<Id | null, Turn[]>();
  let above: Id | null = null;
  for (const turn of olds) {
    if (goesOn.has(turn.id)) above = turn.id;
    else after.set(above, [...(after.get(above) ?? []), turn]);
  }
  const gone = (id: Id | null) => (after.get(id) ?? []).map((before): TurnPair => ({ before, after: null }));
  return [
    ...gone(null),
    ...news.flatMap((turn): TurnPair[] => [
      { before: byId.get(turn.id) ?? null, after: turn },
      ...(byId.has(turn.id) ? gone(turn.id) : []),
    ]),
  ];
}
