import type { Id } from '#shared/model/basics.ts';
import type { TaughtLayout } from '#shared/model/taught-layout.ts';
import { type Abbreviation, abbreviations, expandAbbreviations } from '#shared/transcript/abbreviations.ts';
import { type Acquaintances, knownAs, surelyKnown } from '#shared/transcript/acquaintances.ts';
import { type Decision, decide, isStart, participantOf } from '#shared/transcript/decide.ts';
import { settleDropped, turnsByLabel, withoutSpeakers } from '#shared/transcript/fixes.ts';
import { latentLabels } from '#shared/transcript/latent.ts';
import { placeOf } from '#shared/transcript/line-places.ts';
import { openPlaces } from '#shared/transcript/open-places.ts';
import type { ReadAlarm, ReadParticipant, ReadResult } from '#shared/transcript/result.ts';
import { doubles, oneOffs } from '#shared/transcript/speakers.ts';

/** What a person decides while looking a reading over; one of these is a step that can be taken back. */
export interface Step {
  /** What was read, with every candidate, as it has been fixed. */
  readonly read: ReadResult;
  /** Labels that are no people: their words go back into the text. */
  readonly dropped: ReadonlySet<string>;
  /** By label: somebody known, or (null) certainly nobody known. */
  readonly persons: ReadonlyMap<string, Id | null>;
  /** The layouts that a person showed and that it was read by; empty where a reader knew its own. */
  readonly taught: readonly TaughtLayout[];
}

export interface LookedOver extends Step {
  /** What would be stored: the reading without what is dropped. */
  readonly result: ReadResult;
  /** Earlier steps; the last one is the newest. */
  readonly past: readonly Step[];
  /** Abbreviations that the text itself explains, and that were put in at once. */
  readonly explained: readonly Abbreviation[];
  /** The participants as they were read: their voice and kind are guesses until a person changes them. */
  readonly guessed: ReadonlyMap<string, Pick<ReadParticipant, 'voice' | 'kind' | 'external'>>;
}

/** Fixes that can be taken back one by one. */
const MAX_PAST = 200;

/**
 * A reading as it is first shown: abbreviations explained, one-offs dropped, people known for certain recognised.
 * @param taught layouts that a person showed: who speaks once by them is somebody
 */
export function firstLook(
  read: ReadResult,
  known: Acquaintances,
  taught: readonly TaughtLayout[] = [],
): LookedOver {
  const explained = abbreviations(read);
  const full = expandAbbreviations(read, explained);
  const persons = surelyKnown(full, known);
  const doubtful = taught.length > 0 ? [] : oneOffs(full);
  const dropped = new Set(doubtful.filter((label) => !persons.has(label)));
  const first: Step = { read: full, dropped, persons, taught };
  const guessed = new Map(full.participants.map((one) => [one.label, one]));
  const past: Step[] = full === read ? [] : [{ ...first, read }];
  return { ...first, result: withoutSpeakers(full, dropped), past, explained, guessed };
}

/** A further step. Labels that are gone, or stand for others now, keep no decisions. */
export function nextStep(now: LookedOver, step: Step): LookedOver {
  const labels = new Set(step.read.participants.map(({ label }) => label));
  const dropped = new Set([...step.dropped].filter((label) => labels.has(label)));
  const persons = new Map([...step.persons].filter(([label]) => labels.has(label)));
  const past = [...now.past, stepOf(now)].slice(-MAX_PAST);
  return { ...now, read: step.read, dropped, persons, result: withoutSpeakers(step.read, dropped), past };
}

/** The text read again by layouts that a person showed: a step that can be taken back. */
export function withReading(
  now: LookedOver,
  read: ReadResult,
  taught: readonly TaughtLayout[],
  known: Acquaintances,
): LookedOver {
  const look = firstLook(read, known, taught);
  const past = [...now.past, stepOf(now), ...look.past];
  // What was guessed of the people of the former reading is wanted again when it comes back.
  const guessed = new Map([...now.guessed, ...look.guessed]);
  return { ...look, guessed, past: past.slice(-MAX_PAST) };
}

/** The newest step taken back. */
export function stepBack(now: LookedOver): LookedOver {
  const last = now.past.at(-1);
  if (!last) return now;
  return { ...now, ...last, result: withoutSpeakers(last.read, last.dropped), past: now.past.slice(0, -1) };
}

/**
 * A fix of the text. `touches` says whose words it looks at: labels that were put back into them must be there.
 */
export function withFix(
  now: LookedOver,
  change: (result: ReadResult) => ReadResult,
  touches: readonly number[] | 'all' = [],
): LookedOver {
  const settled = settleDropped(now.read, now.dropped, touches);
  const read = change(settled);
  if (read === now.read) return now;
  // A label that took turns over, by a merge, is somebody.
  const before = turnsByLabel(now.read);
  const after = now.dropped.size > 0 ? turnsByLabel(read) : before;
  const dropped = new Set(
    [...now.dropped].filter((label) => (after.get(label) ?? 0) <= (before.get(label) ?? 0)),
  );
  return nextStep(now, { ...stepOf(now), read, dropped });
}

/** What a person decides about places in doubt. Whoever is said to speak is somebody from then on. */
export function withDecision(now: LookedOver, alarms: readonly ReadAlarm[], decision: Decision): LookedOver {
  // What goes on with somebody's words must see them as they are shown: with the label, where it is no person's.
  const settled = settleDropped(now.read, now.dropped, goingOn(now.read, alarms));
  const read = decide(settled, alarms, decision);
  if (read === settled) return now;
  const dropped = new Set(now.dropped);
  if ('label' in decision)
    for (const { label } of alarms) {
      const said = decision.label ?? label;
      const somebody = said === null ? null : participantOf(read, said);
      if (somebody !== null) dropped.delete(somebody);
    }
  return nextStep(now, { ...stepOf(now), read, dropped });
}

/** Blocks whose speaker goes on behind a line that is decided upon. */
function goingOn(read: ReadResult, alarms: readonly ReadAlarm[]): number[] {
  return alarms.flatMap((alarm) => {
    const place = placeOf(read, alarm);
    if (!place) return [];
    const before = read.blocks.slice(0, place.index).findLastIndex(({ kind }) => kind === 'speech');
    return isStart(alarm) ? [before] : [place.index, before];
  });
}

/** Whether a person should look at a reading before it is stored. */
export function needsLook(look: LookedOver, known: Acquaintances): boolean {
  const { read, result, dropped, persons, explained } = look;
  return (
    result.warnings.length > 0 ||
    openPlaces(read).length > 0 ||
    dropped.size > 0 ||
    explained.length > 0 ||
    result.participants.length === 0 ||
    result.blocks.some(({ kind, speaker }) => kind === 'speech' && speaker === null) ||
    latentLabels(read).length > 0 ||
    doubles(read).length > 0 ||
    result.participants.some((one) => !persons.has(one.label) && knownAs(one, known).length > 0)
  );
}

function stepOf({ read, dropped, persons, taught }: LookedOver): Step {
  return { read, dropped, persons, taught };
}
