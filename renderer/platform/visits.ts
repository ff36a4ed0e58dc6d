import { z } from 'zod';
import { forget, remember, remembered } from './remembered.ts';

/**
 * Where the person was in each workspace, and how much of it they had seen: on this device, in this profile. It is no
 * part of the workspace.
 */
const LEFT = 'hearken.left.';
const RECENT = 'hearken.recent.';
const SEEN = 'hearken.seen.';
const RATES = 'hearken.rates.';

const Visit = z.object({ place: z.string().startsWith('/'), at: z.iso.datetime() });
export type Visit = z.infer<typeof Visit>;

/** How far the log had been seen, and when. */
const Mark = z.object({ seq: z.int().min(0), at: z.iso.datetime() });
export type Mark = z.infer<typeof Mark>;

/** After so long away, in ms, work is begun anew rather than gone on with: a night. */
const LONG_AWAY = 10 * 3_600_000;
/** By round, the assessor whom the person of this profile rates as. */
const RatesAs = z.record(z.string(), z.string());

const MOST_RECENT = 24;
/** Places of one thing: its id stands in the path. */
const OF_A_THING = /^\/[a-z]+\/[0-9a-f-]{36}(\?|$)/;

/** Notes that a place is shown, with its whole address. */
export function noteVisit(storeId: string, place: string, now = new Date()): void {
  const visit: Visit = { place, at: now.toISOString() };
  remember(LEFT + storeId, JSON.stringify(visit));
  if (!OF_A_THING.test(place)) return;
  const others = recentVisits(storeId).filter((one) => pathOf(one.place) !== pathOf(place));
  remember(RECENT + storeId, JSON.stringify([visit, ...others].slice(0, MOST_RECENT)));
}

/** The place that the person left a short while ago, to go on there; null = they begin at the first view. */
export function placeToResume(storeId: string, now = new Date()): string | null {
  const left = parsed(Visit, remembered(LEFT + storeId));
  return left && now.getTime() - Date.parse(left.at) < LONG_AWAY ? left.place : null;
}

/** Things that were opened, each once, the last one first. */
export function recentVisits(storeId: string): readonly Visit[] {
  return parsed(z.array(Visit), remembered(RECENT + storeId)) ?? [];
}

/** What had been seen when this window was started: the same until it is closed. */
const before = new Map<string, Mark | null>();

/**
 * How much of the log had been seen before this window was started; null = nothing was ever seen here.
 */
export function seenBefore(storeId: string): Mark | null {
  if (!before.has(storeId)) before.set(storeId, parsed(Mark, remembered(SEEN + storeId)));
  return before.get(storeId) ?? null;
}

/** Notes that the log has been seen up to `seq`, for the next start. */
export function noteSeen(storeId: string, seq: number, now = new Date()): void {
  // What this start compares with must be read before it is written over.
  seenBefore(storeId);
  remember(SEEN + storeId, JSON.stringify({ seq, at: now.toISOString() } satisfies Mark));
}

/** By round, the assessor whom the person of this profile rates as. */
export function ratesAs(storeId: string): Readonly<Record<string, string>> {
  return parsed(RatesAs, remembered(RATES + storeId)) ?? {};
}

export function noteRatesAs(storeId: string, roundId: string, assessorId: string): void {
  remember(RATES + storeId, JSON.stringify({ ...ratesAs(storeId), [roundId]: assessorId }));
}

/** Forgets all of it, with the workspace. */
export function forgetVisits(storeId: string): void {
  for (const kind of [LEFT, RECENT, SEEN, RATES]) forget(kind + storeId);
  before.delete(storeId);
}

function pathOf(place: string): string {
  return place.split('?')[0] ?? place;
}

function parsed<T>(schema: z.ZodType<T>, text: string | null): T | null {
  if (text === null) return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
