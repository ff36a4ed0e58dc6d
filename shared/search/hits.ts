import type { Answer } from '../model/answer.ts';
import { policyFor, strictest } from '../model/attribution.ts';
import { type Id, type LocalText, textIn } from '../model/basics.ts';
import { called } from '../model/called.ts';
import { requirementOf } from '../statement/checklists.ts';
import type { SearchDocument } from './documents.ts';
import type { Facts } from './facts.ts';
import { joined, type Marker, marksIn } from './highlight.ts';
import type { Hit, HitDialogue, Marked } from './request.ts';
import type { SearchRows } from './rows.ts';
import { type Snippet, snippetOf } from './snippet.ts';

/** How a hit is to be described. */
export interface HitOptions {
  readonly marker: Marker;
  /** What was typed alone. */
  readonly typed: Marker;
  readonly language: string;
  readonly width?: number | undefined;
}

/** A document that was found, with everything that a view shows of it. */
export function hitOf(
  document: SearchDocument,
  { score, complete, between }: Pick<Hit, 'score' | 'complete' | 'between'>,
  { marker, typed, language, width }: HitOptions,
  rows: SearchRows,
  facts: Facts,
): Hit {
  const { kind, id } = document;
  const snippet = snippetIn(document, marker, language, width, rows);
  const title = titleOf(document, language, rows);
  const markedTitle = title === null ? null : marked(title, marker);
  const dialogue = rows.get('dialogues', document.dialogueId);
  const passages =
    kind === 'turn'
      ? rows.referring('passages', 'turnId', id)
      : passageIdsOf(document, rows).map((one) => rows.get('passages', one));
  const turn = rows.get('turns', kind === 'turn' ? id : kind === 'advice' ? passages[0]?.turnId : null);
  const participant = rows.get('participants', turn?.participantId);
  const [first] = snippet.marks;
  const alias =
    markedTitle && markedTitle.marks.length === 0
      ? lineWith(otherNames(document, rows), typed, marker)
      : null;
  const plain = !alias && !first && (markedTitle?.marks.length ?? 0) === 0;
  return {
    kind,
    id,
    score,
    complete,
    between,
    title: markedTitle,
    alias,
    through: plain ? lineWith(document.about, typed, marker) : null,
    snippet,
    dialogue: dialogueOf(rows, document.dialogueId),
    turnId: turn?.id ?? null,
    turnNumber: turn ? facts.placeOf(turn) + 1 : null,
    heading: turn?.heading ?? null,
    narration: kind === 'turn' && turn?.kind === 'narration',
    range:
      kind === 'turn' && first
        ? { start: snippet.start + first.start, end: snippet.start + first.end }
        : null,
    speaker: participant
      ? {
          participantId: participant.id,
          name: called(participant, rows.get('persons', participant.personId), language).name,
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
      .map((one) => rows.get('issues', one))
      .filter((issue) => issue !== undefined)
      .map((issue) => ({ id: issue.id, name: issue.name, category: issue.category })),
    entry: entryOf(document, rows),
  };
}

/** The dialogue of a hit; null for what belongs to none. */
export function dialogueOf(rows: SearchRows, id: Id | null): HitDialogue | null {
  const dialogue = rows.get('dialogues', id);
  return dialogue
    ? { id: dialogue.id, title: dialogue.title, date: dialogue.date, language: dialogue.language }
    : null;
}

/** The passages that advice, or an entry, rests on. */
function passageIdsOf({ kind, id }: SearchDocument, rows: SearchRows): readonly Id[] {
  if (kind === 'advice') return rows.get('advice', id)?.passageIds ?? [];
  const passageId = kind === 'entry' ? rows.get('entries', id)?.passageId : null;
  return passageId ? [passageId] : [];
}

/** The text of what is written in several languages; undefined = it is in one alone. */
function textOf({ kind, id }: SearchDocument, rows: SearchRows): LocalText | undefined {
  switch (kind) {
    case 'issue':
      return rows.get('issues', id)?.definition;
    case 'arrangement':
      return rows.get('arrangements', id)?.remit;
    case 'organisation':
      return rows.get('organisations', id)?.note;
    case 'instrument':
      return rows.get('instruments', id)?.summary;
    case 'source':
      return rows.get('sources', id)?.note;
    default:
      return undefined;
  }
}

/** Of what is written in several languages what it says in the reader's, unless the hit is in another. */
function snippetIn(
  document: SearchDocument,
  marker: Marker,
  language: string,
  width: number | undefined,
  rows: SearchRows,
): Snippet {
  const { text } = document;
  const written = textOf(document, rows);
  if (!written) return snippetOf(text, marksIn(text, marker), width);
  const own = textIn(written, language);
  const shown = [own, ...text.split('\n')].find((one) => marksIn(one, marker).length > 0) ?? own;
  return snippetOf(shown, marksIn(shown, marker), width);
}

function titleOf({ kind, id }: SearchDocument, language: string, rows: SearchRows): string | null {
  const named = (row: { readonly name: LocalText } | undefined) => textIn(row?.name, language);
  switch (kind) {
    case 'issue':
      return named(rows.get('issues', id));
    case 'person':
      return named(rows.get('persons', id));
    case 'dialogue':
      return rows.get('dialogues', id)?.title ?? '';
    case 'indicator':
      return named(rows.get('indicators', id));
    case 'arrangement':
      return named(rows.get('arrangements', id));
    case 'organisation':
      return named(rows.get('organisations', id));
    case 'instrument':
      return named(rows.get('instruments', id)) || (rows.get('instruments', id)?.code ?? '');
    case 'source':
      return textIn(rows.get('sources', id)?.title, language);
    case 'entry':
      return entryTitle(rows, id, language);
    case 'answer':
      return answerTitle(rows.get('answers', id), language);
    default:
      return null;
  }
}

function entryOf({ kind, id }: SearchDocument, rows: SearchRows): Hit['entry'] {
  const entry = kind === 'entry' ? rows.get('entries', id) : undefined;
  return entry ? { arrangementId: entry.arrangementId, of: entry.of, refs: entry.refs } : null;
}

/** What an entry is of: what it belongs to, else the text or the organisation that it concerns. */
function entryTitle(rows: SearchRows, id: Id, language: string): string | null {
  const entry = rows.get('entries', id);
  const instrument = entry?.refs.find(({ to }) => to === 'instrument');
  const named =
    rows.get('arrangements', entry?.arrangementId) ??
    rows.get('instruments', instrument?.id) ??
    rows.get('organisations', entry?.of);
  return textIn(named?.name, language) || null;
}

function answerTitle(answer: Answer | undefined, language: string): string {
  if (!answer) return '';
  const { checklist, requirement } = requirementOf(answer);
  return [textIn(checklist?.name, language), answer.requirement, textIn(requirement?.title, language)]
    .filter(Boolean)
    .join(' ');
}

/** What a document is called besides, a name a line. */
function otherNames({ kind, id, name }: SearchDocument, rows: SearchRows): string {
  const issue = kind === 'issue' ? rows.get('issues', id) : undefined;
  return issue ? [name, ...Object.values(issue.synonyms).flat()].join('\n') : name;
}

/** The first line in which there is a hit of the first marker that has any. */
function lineWith(text: string, ...markers: readonly Marker[]): Marked | null {
  for (const marker of markers) {
    const lines = text.split('\n').map((line) => marked(line, marker));
    const found = lines.find(({ marks }) => marks.length > 0);
    if (found) return found;
  }
  return null;
}

function marked(text: string, marker: Marker): Marked {
  return { text, marks: joined(text, marksIn(text, marker)) };
}
