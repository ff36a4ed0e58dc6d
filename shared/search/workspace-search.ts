import type { Change } from '../change/change-set.ts';
import { policyFor, strictest } from '../model/attribution.ts';
import { type Id, type LocalText, textIn } from '../model/basics.ts';
import type { AttributionPolicy } from '../model/dialogue.ts';
import type { Category } from '../model/issue.ts';
import {
  allKeys,
  DOCUMENT_KINDS,
  type DocumentKey,
  type DocumentKind,
  follow,
  type SearchDocument,
} from './documents.ts';
import { joined, type Marker, marksIn, type Range } from './highlight.ts';
import { type TurnPlaces, withNear } from './near.ts';
import { compile, type Plan } from './plan.ts';
import { parseQuery } from './query.ts';
import { type SearchedState, SearchRows } from './rows.ts';
import { type Candidate, SearchIndex } from './search-index.ts';
import { type Snippet, snippetOf } from './snippet.ts';

export interface SearchRequest {
  readonly query: string;
  /** The last word may not be finished: its beginning counts. */
  readonly typing: boolean;
  /** Language in which names and titles are wanted. */
  readonly language: string;
  /** Only these kinds are listed (all are counted); absent = all. */
  readonly kinds?: readonly DocumentKind[] | undefined;
  /** Hits described at most. */
  readonly limit: number;
  /** Width of a snippet in Latin characters; absent = a few lines. */
  readonly width?: number | undefined;
}

/** Text with the hits in it. */
export interface Marked {
  readonly text: string;
  readonly marks: readonly Range[];
}

export interface Hit {
  readonly kind: DocumentKind;
  readonly id: Id;
  readonly score: number;
  /** Every word that was asked for stands in it; false = some of them do. */
  readonly complete: boolean;
  /** Name of an issue, a person or a dialogue; null for turns and advice. */
  readonly title: Marked | null;
  /** Another of its names, where that is what was found. */
  readonly alias: Marked | null;
  /** What else led here (a heading, a speaker, an issue, a standard), where neither name nor text did. */
  readonly through: Marked | null;
  readonly snippet: Snippet;
  /** Where it was said; null for issues and people. */
  readonly dialogue: {
    readonly id: Id;
    readonly title: string;
    readonly date: string | null;
    readonly language: string;
  } | null;
  /** The turn it leads to; for advice, that of its first passage. */
  readonly turnId: Id | null;
  /** Number of the turn in its dialogue, counting from 1. */
  readonly turnNumber: number | null;
  readonly heading: string | null;
  /** A turn that nobody is named for because nobody spoke. */
  readonly narration: boolean;
  /** The first hit shown, `[start, end)` of the turn's text, UTF-16. */
  readonly range: Range | null;
  readonly speaker: {
    readonly participantId: Id;
    readonly name: string;
    readonly title: string;
    readonly organisation: string;
    readonly external: boolean;
  } | null;
  /** How openly the words may be attributed: the strictest of the dialogue and the passages marked in them. */
  readonly policy: AttributionPolicy | null;
  /** The passages marked in them. */
  readonly passageIds: readonly Id[];
  readonly issues: readonly { readonly id: Id; readonly name: LocalText; readonly category: Category }[];
}

export interface Answer {
  readonly hits: readonly Hit[];
  /** How many hold every word, by kind; where none does, how many hold some. */
  readonly counts: Readonly<Record<DocumentKind, number>>;
  /** Of the kinds that were wanted. */
  readonly total: number;
  /** Number of documents that were searched. */
  readonly searched: number;
}

/** Below so many whole hits, those that hold only some of the words are listed after them. */
const FEW = 20;

/** Search over one workspace: its rows, the index over them, and how questions are answered. */
export class WorkspaceSearch {
  readonly #rows: SearchRows;
  readonly #index = new SearchIndex();
  /** Where the turns of a dialogue stand; emptied whenever turns change. */
  readonly #places = new Map<Id, TurnPlaces>();

  constructor(state: SearchedState) {
    this.#rows = new SearchRows(state);
  }

  /** Reads everything. Yields the share that is done, 0–1; in between, questions are answered from what is read. */
  *build(): Generator<number> {
    yield* this.#read([...allKeys(this.#rows)]);
  }

  /** Follows an entry of the journal. Yields like `build`. */
  *follow(changes: readonly Change[]): Generator<number> {
    if (changes.some(({ table }) => table === 'turns')) this.#places.clear();
    yield* this.#read([...follow(this.#rows, changes)]);
  }

  *#read(keys: readonly DocumentKey[]): Generator<number> {
    for (const read of this.#index.update(this.#rows, keys)) yield keys.length === 0 ? 1 : read / keys.length;
  }

  /** Answers at once: for the command line and tests. */
  search(request: SearchRequest): Answer {
    const steps = this.steps(request);
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
    }
  }

  /** Answers in steps, between which a worker may look whether the question still stands. */
  *steps(request: SearchRequest): Generator<void, Answer> {
    const plan = compile(parseQuery(request.query, request.typing), this.#index);
    const found = plan.empty ? [] : yield* this.#candidates(plan);
    const whole = found.filter(({ complete }) => complete);
    const counted = whole.length > 0 ? whole : found;
    const counts = Object.fromEntries(DOCUMENT_KINDS.map((kind) => [kind, 0])) as Record<
      DocumentKind,
      number
    >;
    for (const { document } of counted) counts[document.kind]++;
    const fits = ({ document }: Ranked) => !request.kinds || request.kinds.includes(document.kind);
    const listed = (whole.length < FEW ? found : whole).filter(fits);
    yield;
    const hits: Hit[] = [];
    for (const [index, ranked] of this.#best(listed, request.limit).entries()) {
      if (index % 20 === 19) yield;
      hits.push(this.#hit(ranked, plan.marker, request));
    }
    return { hits, counts, total: counted.filter(fits).length, searched: this.#index.size };
  }

  /** What meets the plan, in no order. */
  *#candidates(plan: Plan): Generator<void, Ranked[]> {
    const candidates: Candidate[] =
      plan.groups.length > 0
        ? yield* this.#index.find(plan.groups)
        : [...this.#index.documents()].map((document) => ({ document, score: 0, met: 0 }));
    yield;
    const excluded = yield* this.#excluded(plan);
    const fitting = candidates.filter(
      ({ document }) =>
        !excluded.has(document.key) &&
        plan.filters.every((passes) => passes(document)) &&
        plan.phrasesIn(document),
    );
    yield;
    return withNear(fitting, (dialogueId) => this.#placesOf(dialogueId)).map(({ document, score, met }) => ({
      document,
      score,
      complete: met >= plan.groups.length,
    }));
  }

  /** The best of them in order; the rest is not sorted. */
  #best(ranked: readonly Ranked[], limit: number): Ranked[] {
    const ranks = Float64Array.from(ranked, rankOf).sort();
    const least = ranks[Math.max(0, ranks.length - limit)] ?? 0;
    return ranked
      .filter((one) => rankOf(one) >= least)
      .sort(
        (a, b) =>
          rankOf(b) - rankOf(a) ||
          this.#date(b.document).localeCompare(this.#date(a.document)) ||
          DOCUMENT_KINDS.indexOf(a.document.kind) - DOCUMENT_KINDS.indexOf(b.document.kind) ||
          (a.document.key < b.document.key ? -1 : 1),
      )
      .slice(0, limit);
  }

  *#excluded(plan: Plan): Generator<void, Set<DocumentKey>> {
    const keys = new Set<DocumentKey>();
    for (const groups of plan.excluded) {
      for (const { document, met } of yield* this.#index.find(groups)) {
        if (met === groups.length) keys.add(document.key);
      }
    }
    return keys;
  }

  #date(document: SearchDocument): string {
    return this.#rows.get('dialogues', document.dialogueId)?.date ?? '';
  }

  #placesOf(dialogueId: Id): TurnPlaces {
    let places = this.#places.get(dialogueId);
    if (!places) {
      const turns = this.#rows.referring('turns', 'dialogueId', dialogueId).sort((a, b) => a.order - b.order);
      places = new Map(turns.map(({ id }, index) => [id, index]));
      this.#places.set(dialogueId, places);
    }
    return places;
  }

  #hit({ document, score, complete }: Ranked, marker: Marker, { language, width }: SearchRequest): Hit {
    const { kind, id } = document;
    const snippet = this.#snippet(document, marker, language, width);
    const title = this.#title(document, language);
    const markedTitle = title === null ? null : marked(title, marker);
    const dialogue = this.#rows.get('dialogues', document.dialogueId);
    const passages =
      kind === 'turn'
        ? this.#rows.referring('passages', 'turnId', id)
        : (this.#rows.get('advice', kind === 'advice' ? id : null)?.passageIds ?? []).map((one) =>
            this.#rows.get('passages', one),
          );
    const turn = this.#rows.get(
      'turns',
      kind === 'turn' ? id : kind === 'advice' ? passages[0]?.turnId : null,
    );
    const participant = this.#rows.get('participants', turn?.participantId);
    const [first] = snippet.marks;
    const alias = markedTitle && markedTitle.marks.length === 0 ? lineWith(document.name, marker) : null;
    const plain = !alias && !first && (markedTitle?.marks.length ?? 0) === 0;
    return {
      kind,
      id,
      score,
      complete,
      title: markedTitle,
      alias,
      through: plain ? lineWith(document.about, marker) : null,
      snippet,
      dialogue: dialogue
        ? { id: dialogue.id, title: dialogue.title, date: dialogue.date, language: dialogue.language }
        : null,
      turnId: turn?.id ?? null,
      turnNumber: turn ? (this.#placesOf(turn.dialogueId).get(turn.id) ?? 0) + 1 : null,
      heading: turn?.heading ?? null,
      narration: kind === 'turn' && turn?.kind === 'narration',
      range:
        kind === 'turn' && first
          ? { start: snippet.start + first.start, end: snippet.start + first.end }
          : null,
      speaker: participant
        ? {
            participantId: participant.id,
            name: participant.name,
            title: participant.title,
            organisation: participant.organisation,
            external: participant.external,
          }
        : null,
      policy: dialogue
        ? strictest([dialogue.attribution, ...passages.map((passage) => policyFor(dialogue, passage))])
        : null,
      passageIds: passages.flatMap((passage) => (passage ? [passage.id] : [])),
      issues: document.issueIds
        .map((one) => this.#rows.get('issues', one))
        .filter((issue) => issue !== undefined)
        .map((issue) => ({ id: issue.id, name: issue.name, category: issue.category })),
    };
  }

  /** Of an issue, what it says in the reader's language, unless the hit is in another. */
  #snippet({ kind, id, text }: SearchDocument, marker: Marker, language: string, width?: number): Snippet {
    if (kind !== 'issue') return snippetOf(text, marksIn(text, marker), width);
    const own = textIn(this.#rows.get('issues', id)?.definition, language);
    const shown = [own, ...text.split('\n')].find((one) => marksIn(one, marker).length > 0) ?? own;
    return snippetOf(shown, marksIn(shown, marker), width);
  }

  #title({ kind, id }: SearchDocument, language: string): string | null {
    if (kind === 'issue') return textIn(this.#rows.get('issues', id)?.name, language);
    if (kind === 'person') return textIn(this.#rows.get('persons', id)?.name, language);
    if (kind === 'dialogue') return this.#rows.get('dialogues', id)?.title ?? '';
    return null;
  }
}

interface Ranked {
  readonly document: SearchDocument;
  readonly score: number;
  readonly complete: boolean;
}

/** Whole hits come before all others, and within them the score decides. */
function rankOf({ score, complete }: Ranked): number {
  return complete ? score + WHOLE : score;
}
const WHOLE = 1e6;

/** The first line in which there is a hit. */
function lineWith(text: string, marker: Marker): Marked | null {
  const lines = text.split('\n').map((line) => marked(line, marker));
  return lines.find(({ marks }) => marks.length > 0) ?? null;
}

function marked(text: string, marker: Marker): Marked {
  return { text, marks: joined(text, marksIn(text, marker)) };
}
