import { overlapGroups } from '../coding/ranges.ts';
import { foldText } from '../fold/fold.ts';
import type { Advice } from '../model/advice.ts';
import type { Id } from '../model/basics.ts';
import { activeCodings } from '../model/coding.ts';
import type { Dialogue, Participant } from '../model/dialogue.ts';
import type { IdOf } from '../model/id.ts';
import type { Issue } from '../model/issue.ts';
import { successor } from '../model/lineage.ts';
import type { WorkspaceState } from '../model/tables.ts';
import type { Passage, Turn } from '../model/turn.ts';
import type { Nearness } from '../model/view.ts';

/** The rows that retrieval looks at. */
export type RetrievalTables = Pick<
  WorkspaceState,
  'issues' | 'dialogues' | 'participants' | 'passages' | 'codings' | 'advice'
> & { readonly turns: readonly TurnPlace[] };

/** Where a turn stands and whose it is; its text is not needed. */
export type TurnPlace = Pick<Turn, 'id' | 'dialogueId' | 'order' | 'kind' | 'participantId' | 'heading'>;

/** The judgement that a passage bears on an issue, by a coding or by advice on it. */
export interface IssueMark {
  readonly issueId: IdOf<'issues'>;
  readonly by: string;
}

/** A passage with all that can be asked of it. */
export interface Entry {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly turn: TurnPlace;
  readonly dialogue: Dialogue;
  readonly participant: Participant | null;
  /** The speaker across dialogues; the participant where nobody is linked; null = unknown. */
  readonly speakerId: Id | null;
  readonly marks: readonly IssueMark[];
  /** Those of all marks. */
  readonly issueIds: ReadonlySet<IdOf<'issues'>>;
  readonly advice: readonly Advice[];
  /** Everyone who coded it or took advice from it. */
  readonly authors: readonly string[];
}

/** What names the parts of a question and of its answers: all of an index but its passages. */
export interface RetrievalNames {
  readonly issues: ReadonlyMap<Id, Issue>;
  readonly dialogues: ReadonlyMap<Id, Dialogue>;
  readonly participants: readonly Participant[];
  /** The issue that an id means now: what it was merged into, if anything. */
  resolve(issueId: IdOf<'issues'>): Id;
}

/** The names alone, of rows. */
export function namesOf({
  issues,
  dialogues,
  participants,
}: {
  readonly issues: readonly Issue[];
  readonly dialogues: readonly Dialogue[];
  readonly participants: readonly Participant[];
}): RetrievalNames {
  const issueOf = byId(issues);
  return {
    issues: issueOf,
    dialogues: byId(dialogues),
    participants,
    resolve: (issueId) => resolve(issueOf, issueId),
  };
}

/**
 * The coded passages of a workspace, put in order for questions: by dialogue (the newest first), turn and place.
 * Codings that were rejected do not stand; a merged issue is the one it was merged into.
 */
export class PassageIndex implements RetrievalNames {
  readonly entries: readonly Entry[];
  readonly issues: ReadonlyMap<Id, Issue>;
  readonly dialogues: ReadonlyMap<Id, Dialogue>;
  readonly participants: readonly Participant[];
  /** Overlapping passages, together. */
  readonly #clusters: readonly (readonly Entry[])[];
  readonly #turns: readonly (readonly Entry[])[];
  readonly #dialogues: readonly (readonly Entry[])[];
  readonly #order: ReadonlyMap<Entry, number>;
  readonly #folded = new Map<Passage, string>();

  constructor(tables: RetrievalTables) {
    this.issues = byId(tables.issues);
    this.dialogues = byId(tables.dialogues);
    this.participants = tables.participants;
    this.entries = entriesOf(tables, this.issues).sort(inOrderHeard);
    this.#order = new Map(this.entries.map((entry, place) => [entry, place]));
    this.#dialogues = grouped(this.entries, ({ dialogue }) => dialogue.id);
    this.#turns = grouped(this.entries, ({ turn }) => turn.id);
    this.#clusters = this.#turns.flatMap((entries) => [
      ...overlapGroups(entries.filter(({ passage }) => passage.state === 'anchored')),
      // Where an unsure passage's words are is not known: it overlaps nothing.
      ...entries.filter(({ passage }) => passage.state !== 'anchored').map((entry) => [entry]),
    ]);
  }

  /** The groups of passages within which "near" is decided. Every passage is in one; passages keep their order. */
  scopes(near: Nearness): readonly (readonly Entry[])[] {
    return near === 'words' ? this.#clusters : near === 'turn' ? this.#turns : this.#dialogues;
  }

  /** Position of a passage among all, in the order heard. */
  orderOf(entry: Entry): number {
    return this.#order.get(entry) ?? 0;
  }

  /** The words of a passage as they are compared with words asked for. */
  foldedOf({ passage }: Entry): string {
    let text = this.#folded.get(passage);
    if (text === undefined) {
      text = foldText(passage.quote);
      this.#folded.set(passage, text);
    }
    return text;
  }

  /** The issue that an id means now: what it was merged into, if anything. */
  resolve(issueId: IdOf<'issues'>): Id {
    return resolve(this.issues, issueId);
  }
}

function entriesOf(tables: RetrievalTables, issues: ReadonlyMap<Id, Issue>): Entry[] {
  const dialogues = byId(tables.dialogues);
  const participants = byId(tables.participants);
  const turns = byId(tables.turns);
  const marks = new Map<Id, IssueMark[]>();
  const advised = new Map<Id, Advice[]>();
  for (const { passageId, issueId, coder } of activeCodings(tables.codings))
    push(marks, passageId, { issueId: resolve(issues, issueId), by: coder });
  for (const advice of tables.advice) {
    for (const passageId of new Set(advice.passageIds)) {
      push(advised, passageId, advice);
      for (const issueId of advice.issueIds)
        push(marks, passageId, { issueId: resolve(issues, issueId), by: advice.takenBy });
    }
  }
  return tables.passages.flatMap((passage): Entry[] => {
    const own = marks.get(passage.id) ?? [];
    const advice = advised.get(passage.id) ?? [];
    const turn = turns.get(passage.turnId);
    const dialogue = dialogues.get(passage.dialogueId);
    if ((own.length === 0 && advice.length === 0) || !turn || !dialogue) return [];
    const participant = participants.get(turn.participantId ?? '') ?? null;
    return [
      {
        passage,
        start: passage.start,
        end: passage.end,
        turn,
        dialogue,
        participant,
        speakerId: participant ? speakerOf(participant) : null,
        marks: own,
        issueIds: new Set(own.map(({ issueId }) => issueId)),
        advice,
        authors: [...new Set([...own.map(({ by }) => by), ...advice.map(({ takenBy }) => takenBy)])],
      },
    ];
  });
}

/** Who somebody is across dialogues. */
export function speakerOf({ id, personId }: Pick<Participant, 'id' | 'personId'>): Id {
  return personId ?? id;
}

function resolve(issues: ReadonlyMap<Id, Issue>, issueId: IdOf<'issues'>): Id {
  return successor((id) => issues.get(id), issueId);
}

/** When a dialogue was held, for sorting: its date, or the fiscal year it counts for. */
export function heardAt({ date, fiscalYear }: Pick<Dialogue, 'date' | 'fiscalYear'>): string {
  return date ?? String(fiscalYear);
}

function inOrderHeard(a: Entry, b: Entry): number {
  if (a.dialogue.id !== b.dialogue.id) {
    const [one, other] = [heardAt(a.dialogue), heardAt(b.dialogue)];
    return one < other ? 1 : one > other ? -1 : a.dialogue.id < b.dialogue.id ? -1 : 1;
  }
  return (
    a.turn.order - b.turn.order ||
    (a.turn.id < b.turn.id ? -1 : a.turn.id > b.turn.id ? 1 : 0) ||
    a.start - b.start ||
    a.end - b.end
  );
}

function grouped(entries: readonly Entry[], keyOf: (entry: Entry) => Id): Entry[][] {
  const groups = new Map<Id, Entry[]>();
  for (const entry of entries) push(groups, keyOf(entry), entry);
  return [...groups.values()];
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function byId<R extends { readonly id: Id }>(rows: readonly R[]): Map<Id, R> {
  return new Map(rows.map((row) => [row.id, row]));
}
