import { useMemo, useState } from 'react';
import { isCoded, type QuotedRange } from '#shared/edit/code-all.ts';
import { groupBy } from '#shared/group.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { Dialogue, Participant } from '#shared/model/dialogue.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Passage, Turn } from '#shared/model/turn.ts';
import type { FoundRange } from '#shared/search/request.ts';
import { type ReadDb, useRows } from '../store/index.ts';
import { named } from '../store/quotes.ts';
import { useSpeech } from '../ui/i18n.tsx';

/** A place that may be coded: what is there, who said it, and what hinders. */
export interface RangeRow extends QuotedRange {
  readonly key: string;
  readonly turn: Turn | undefined;
  readonly dialogue: Dialogue | undefined;
  readonly participant: Participant | undefined;
  /** `coded`: to the issue already; `changed`: the turn says something else since it was shown. */
  readonly state: 'free' | 'coded' | 'changed';
}

interface Read {
  readonly places: readonly FoundRange[];
  readonly turns: ReadonlyMap<Id, Turn>;
  readonly dialogues: ReadonlyMap<Id, Dialogue>;
  readonly participants: ReadonlyMap<Id, Participant>;
  readonly passages: ReadonlyMap<Id, readonly Passage[]>;
  readonly codings: ReadonlyMap<Id, readonly Coding[]>;
}

/** Live: the issues to choose from, in the order of the list. */
export function useIssues(): readonly Issue[] | undefined {
  const issues = useRows((db) => db.issues.toArray(), []);
  return useMemo(
    () => issues?.sort((a, b) => a.category.localeCompare(b.category) || a.order - b.order),
    [issues],
  );
}

/**
 * Live: the places with their words. A place keeps the words that it was first shown with, so that what is coded is
 * what was seen.
 * @returns undefined while they are read for the first time
 */
export function useQuotedRanges(
  places: readonly FoundRange[] | null,
  issueId: IdOf<'issues'> | null,
): readonly RangeRow[] | undefined {
  const [seen] = useState(() => new Map<string, string>());
  const { language } = useSpeech();
  const read = useRows((db) => readPlaces(db, places ?? [], language), [places, language]);
  return useMemo(() => {
    if (!places || read?.places !== places) return undefined;
    return places.flatMap((place): RangeRow[] => {
      const { turnId, start, end } = place;
      const key = `${turnId}/${start}/${end}`;
      const turn = read.turns.get(turnId);
      const words = turn?.text.slice(start, end) ?? '';
      const quote = seen.get(key) ?? words;
      if (quote.trim() === '') return [];
      seen.set(key, quote);
      const coded =
        issueId !== null &&
        isCoded(place, issueId, read.passages.get(turnId) ?? [], read.codings.get(turnId) ?? []);
      return [
        {
          key,
          turnId,
          start,
          end,
          quote,
          turn,
          dialogue: read.dialogues.get(place.dialogueId),
          participant: read.participants.get(turn?.participantId ?? ''),
          state: words !== quote ? 'changed' : coded ? 'coded' : 'free',
        },
      ];
    });
  }, [places, read, issueId, seen]);
}

async function readPlaces(db: ReadDb, places: readonly FoundRange[], language: string): Promise<Read> {
  const turnIds = [...new Set(places.map(({ turnId }) => turnId))];
  const turns = present(await db.turns.bulkGet(turnIds));
  const [dialogues, participants, passages] = await Promise.all([
    db.dialogues.bulkGet([...new Set(places.map(({ dialogueId }) => dialogueId))]),
    db.participants.bulkGet([...new Set(turns.flatMap(({ participantId }) => participantId ?? []))]),
    db.passages.where('turnId').anyOf(turnIds).toArray(),
  ]);
  const turnOf = new Map(passages.map(({ id, turnId }) => [id, turnId]));
  const codings = await db.codings
    .where('passageId')
    .anyOf(passages.map(({ id }) => id))
    .toArray();
  return {
    places,
    turns: byId(turns),
    dialogues: byId(present(dialogues)),
    participants: byId(await named(db, present(participants), language)),
    passages: groupBy(passages, ({ turnId }) => turnId),
    codings: groupBy(codings, ({ passageId }) => turnOf.get(passageId) ?? ''),
  };
}

function present<R>(rows: readonly (R | undefined)[]): R[] {
  return rows.filter((row) => row !== undefined);
}

function byId<R extends { readonly id: Id }>(rows: readonly R[]): Map<Id, R> {
  return new Map(rows.map((row) => [row.id, row]));
}
