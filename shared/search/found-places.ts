import type { TextRange } from '../anchor/text-range.ts';
import { sentences } from '../anchor/units.ts';
import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import { type Asked, meantBy, type Sources } from './asked.ts';
import { chosenBy, fitsChosen } from './filters.ts';
import { joined, type Mark, type Marker, marksIn } from './highlight.ts';
import type {
  Chosen,
  FoundInDialogue,
  FoundRange,
  FoundRanges,
  RangeUnit,
  SearchRequest,
} from './request.ts';

/** Texts marked between two breaths. */
const BREATH = 20;

/**
 * Ranges of turns that hold what was asked for, each a sentence or a turn; `limit` of them at most. A turn that was
 * found by its speaker, heading or issue alone is a place of the unit `turn`, and has no sentence.
 */
export function* placesOf(
  request: SearchRequest,
  asked: Asked,
  { unit, limit }: { readonly unit: RangeUnit; readonly limit: number },
  sources: Sources,
): Generator<void, FoundRanges> {
  const { rows } = sources;
  const turns = turnsAmong(meantBy(asked), chosenBy(request), sources);
  const places: FoundRange[] = [];
  let more = 0;
  for (const [index, turnId] of turns.entries()) {
    if (places.length >= limit) {
      more += turns.length - index;
      break;
    }
    if (index % BREATH === BREATH - 1) yield;
    const turn = rows.get('turns', turnId);
    if (!turn) continue;
    const { text, dialogueId } = turn;
    const language = rows.get('dialogues', dialogueId)?.language ?? '';
    for (const { start, end } of unit === 'turn'
      ? trimmed(text)
      : sentencesIn(text, language, asked.marker)) {
      if (places.length < limit) places.push({ turnId, dialogueId, start, end });
      else more++;
    }
  }
  return { places, more };
}

/** Every hit in a dialogue, in reading order; turns in whose words nothing is marked are left out. */
export function* hitsInDialogue(
  request: SearchRequest,
  asked: Asked,
  dialogueId: IdOf<'dialogues'>,
  sources: Sources,
): Generator<void, FoundInDialogue> {
  const here = { ...chosenBy(request), dialogue: [dialogueId] };
  // Whole hits elsewhere say nothing of this dialogue: here, some of the words may be all there is.
  const complete = turnsAmong(meantBy(asked), here, sources);
  const turns = complete.length > 0 ? complete : turnsAmong(asked.found, here, sources);
  const marked: { turnId: Id; text: string; marks: Mark[] }[] = [];
  for (const [index, turnId] of turns.entries()) {
    if (index % BREATH === BREATH - 1) yield;
    const text = sources.rows.get('turns', turnId)?.text ?? '';
    const marks = marksIn(text, asked.marker);
    if (marks.length > 0) marked.push({ turnId, text, marks });
  }
  // Parts of a word are no hits in a dialogue in which the whole word stands.
  const whole = marked.some(({ marks }) => marks.some(({ part }) => !part));
  const hits = marked.flatMap(({ turnId, text, marks }) => {
    const ranges = joined(text, whole ? marks.filter(({ part }) => !part) : marks);
    return ranges.length > 0 ? [{ turnId, ranges }] : [];
  });
  return { hits, unquoted: asked.unquoted };
}

/** The turns among them that fit what was chosen, in the order in which they were said. */
function turnsAmong(numbers: readonly number[], chosen: Chosen, { rows, facts }: Sources): Id[] {
  const fits = fitsChosen(chosen, rows, facts);
  // Oldest first; without a date last, as where results are sorted by date.
  const undated = (slot: number) => (rows.get('dialogues', facts.dialogues.ids[slot])?.date ? 0 : 1);
  const inOrder = facts.dialoguesInOrder();
  const order = new Map(
    [...inOrder].sort((a, b) => undated(a) - undated(b)).map((slot, index) => [slot, index]),
  );
  return numbers
    .filter((number) => (facts.place[number] as number) >= 0 && fits(number))
    .sort(
      (a, b) =>
        (order.get(facts.dialogue[a] as number) ?? 0) - (order.get(facts.dialogue[b] as number) ?? 0) ||
        (facts.place[a] as number) - (facts.place[b] as number),
    )
    .map((number) => facts.idAt(number));
}

function trimmed(text: string): TextRange[] {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  return end > start ? [{ start, end }] : [];
}

/** The sentences of a text in which there is a hit. */
function sentencesIn(text: string, language: string, marker: Marker): TextRange[] {
  const marks = marksIn(text, marker);
  if (marks.length === 0) return [];
  return sentences(text, language).filter(({ start, end }) =>
    marks.some((mark) => mark.start < end && mark.end > start),
  );
}
