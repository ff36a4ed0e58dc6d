import type { Answer } from '../model/answer.ts';
import { policyFor, strictest } from '../model/attribution.ts';
import { type Id, textIn } from '../model/basics.ts';
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
      : (rows.get('advice', kind === 'advice' ? id : null)?.passageIds ?? []).map((one) =>
          rows.get('passages', one),
        );
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
    turnNumber: turn ? (facts.placesOf(turn.dialogueId).get(turn.id) ?? 0) + 1 : null,
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
  };
}

/** The dialogue of a hit; null for what belongs to none. */
export function dialogueOf(rows: SearchRows, id: Id | null): HitDialogue | null {
  const dialogue = rows.get('dialogues', id);
  return dialogue
    ? { id: dialogue.id, title: dialogue.title, date: dialogue.date, language: dialogue.language }
    : null;
}

/** Of an issue, what it says in the reader's language, unless the hit is in another. */
function snippetIn(
  { kind, id, text }: SearchDocument,
  marker: Marker,
  language: string,
  width: number | undefined,
  rows: SearchRows,
): Snippet {
  if (kind !== 'issue') return snippetOf(text, marksIn(text, marker), width);
  const own = textIn(rows.get('issues', id)?.definition, language);
  const shown = [own, ...text.split('\n')].find((one) => marksIn(one, marker).length > 0) ?? own;
  return snippetOf(shown, marksIn(shown, marker), width);
}

function titleOf({ kind, id }: SearchDocument, language: string, rows: SearchRows): string | null {
  if (kind === 'issue') return textIn(rows.get('issues', id)?.name, language);
  if (kind === 'person') return textIn(rows.get('persons', id)?.name, language);
  if (kind === 'dialogue') return rows.get('dialogues', id)?.title ?? '';
  if (kind === 'indicator') return textIn(rows.get('indicators', id)?.name, language);
  if (kind === 'answer') return answerTitle(rows.get('answers', id), language);
  return null;
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
