import { useMemo } from 'react';
import { Discretion } from '#shared/attribution/discretion.ts';
import type { Passage } from '#shared/model/turn.ts';
import type { View } from '#shared/model/view.ts';
import type { FiscalYearConvention } from '#shared/model/workspace.ts';
import { PassageIndex, type RetrievalTables, type TurnPlace } from '#shared/retrieval/passage-index.ts';
import { type RetrievalWords, wordsOf } from '#shared/retrieval/words.ts';
import { type ReadDb, useRows } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';

/** All that retrieval asks of the workspace. */
export interface Retrieval {
  readonly tables: RetrievalTables;
  readonly index: PassageIndex;
  readonly words: RetrievalWords;
  /** What of it may leave the office. */
  readonly discretion: Discretion;
  /** By name. */
  readonly views: readonly View[];
  readonly convention: FiscalYearConvention | null;
}

/** Up to so many turns are read one by one; of more, whole dialogues are read at once, which is quicker. */
const FEW = 400;

/** Live: the coded passages and what names them; undefined while they are read for the first time. */
export function useRetrieval(): Retrieval | undefined {
  const { t, language } = useSpeech();
  // A table a query: a new coding does not make the others be read again.
  const issues = useRows((db) => db.issues.toArray(), []);
  const dialogues = useRows((db) => db.dialogues.toArray(), []);
  const participants = useRows((db) => db.participants.toArray(), []);
  const codings = useRows((db) => db.codings.toArray(), []);
  const advice = useRows((db) => db.advice.toArray(), []);
  const marked = useRows(async (db) => {
    const passages = await db.passages.toArray();
    return { passages, turns: await turnsOf(db, passages) };
  }, []);
  const workspace = useRows((db) => db.workspace.toArray(), []);
  const persons = useRows((db) => db.persons.toArray(), []);
  const views = useRows((db) => db.views.toArray(), []);

  const tables = useMemo(
    () =>
      issues && dialogues && participants && codings && advice && marked
        ? { issues, dialogues, participants, codings, advice, ...marked }
        : undefined,
    [issues, dialogues, participants, codings, advice, marked],
  );
  const index = useMemo(() => tables && new PassageIndex(tables), [tables]);
  return useMemo(() => {
    if (!tables || !index || !workspace || !persons || !views) return undefined;
    const convention = workspace[0]?.fiscalYear ?? null;
    return {
      tables,
      index,
      convention,
      discretion: new Discretion({ ...tables, workspace, persons }, t('report.withheldName')),
      words: wordsOf(index, t, language, convention),
      views: [...views].sort((a, b) => a.name.localeCompare(b.name, language)),
    };
  }, [tables, index, workspace, persons, views, t, language]);
}

async function turnsOf(db: ReadDb, passages: readonly Passage[]): Promise<TurnPlace[]> {
  const wanted = new Set(passages.map(({ turnId }) => turnId));
  if (wanted.size <= FEW) return (await db.turns.bulkGet([...wanted])).filter((turn) => turn !== undefined);
  const dialogueIds = [...new Set(passages.map(({ dialogueId }) => dialogueId))];
  // One read a dialogue: `anyOf` would step from row to row.
  const turns = await Promise.all(
    dialogueIds.map((dialogueId) => db.turns.where('dialogueId').equals(dialogueId).toArray()),
  );
  return turns.flat().filter(({ id }) => wanted.has(id));
}
