import type { Id, LocalTerms, LocalText } from '../model/basics.ts';
import { activeCodings } from '../model/coding.ts';
import type { Entry } from '../model/entry.ts';
import type { IdOf } from '../model/id.ts';
import type { Issue } from '../model/issue.ts';
import { predecessors, successor } from '../model/lineage.ts';
import { spellingsOf } from '../model/person.ts';
import { numberText } from '../number.ts';
import { requirementOf } from '../statement/checklists.ts';
import type { SearchRows } from './rows.ts';

/** What can be found. */
export const DOCUMENT_KINDS = [
  'turn',
  'advice',
  'issue',
  'person',
  'dialogue',
  'indicator',
  'arrangement',
  'organisation',
  'instrument',
  'source',
  'entry',
  'answer',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const FIELDS = ['name', 'text', 'about'] as const;
export type Field = (typeof FIELDS)[number];
/**
 * `name`: what it is called; `text`: what it says, the text in which hits are shown; `about`: what it is also found
 * by: who said it, the heading, the issues it bears on.
 */
export type Fields = Readonly<Record<Field, string>>;

/** Identity of a document: `turn:<id>`. */
export type DocumentKey = `${DocumentKind}:${Id}`;

/** What a document belongs to and bears on: what results are narrowed by. */
export interface Bearings {
  readonly dialogueId: IdOf<'dialogues'> | null;
  /** Who said it; of a dialogue, who took part; of a person, who they were there. */
  readonly participantIds: readonly IdOf<'participants'>[];
  /** The issues it bears on, in no order, each once. */
  readonly issueIds: readonly IdOf<'issues'>[];
}

/** Something to be found, in plain words, and where it leads. */
export interface SearchDocument extends Fields, Bearings {
  readonly key: DocumentKey;
  readonly kind: DocumentKind;
  readonly id: Id;
}

const everyText = (text: LocalText): string[] => Object.values(text).filter((value) => value !== '');
const everyTerm = (terms: LocalTerms): string[] => Object.values(terms).flat();
const lines = (...texts: readonly (string | null | undefined)[]): string => texts.filter(Boolean).join('\n');

/**
 * The document of a row as it stands now.
 * @returns null when there is nothing (any more) to be found under this key
 */
export function documentOf(rows: SearchRows, key: DocumentKey): SearchDocument | null {
  const kind = kindOf(key);
  const id = idOf(key);
  const bearings = BEARINGS[kind](rows, id);
  const fields = bearings && BUILDERS[kind](rows, id, bearings);
  return fields && { key, kind, id, ...bearings, ...fields };
}

/** As `documentOf`, with each field read once it is wanted. */
export function lazyDocument(rows: SearchRows, key: DocumentKey): SearchDocument | null {
  const bearings = bearingsOf(rows, key);
  return (
    bearings && {
      key,
      kind: kindOf(key),
      id: idOf(key),
      ...bearings,
      get name() {
        return fieldOf(rows, key, 'name');
      },
      get text() {
        return fieldOf(rows, key, 'text');
      },
      get about() {
        return fieldOf(rows, key, 'about');
      },
    }
  );
}

/** One field of a document: of most, which are turns, what it says is in the row. */
export function fieldOf(rows: SearchRows, key: DocumentKey, field: Field): string {
  if (!key.startsWith('turn:') || field === 'about') return documentOf(rows, key)?.[field] ?? '';
  return field === 'text' ? (rows.get('turns', idOf(key))?.text ?? '') : '';
}

export function kindOf(key: DocumentKey): DocumentKind {
  return key.slice(0, key.indexOf(':')) as DocumentKind;
}

export function idOf(key: DocumentKey): Id {
  return key.slice(key.indexOf(':') + 1);
}

/** What a document belongs to, without its words. @returns null when there is nothing to be found under this key */
export function bearingsOf(rows: SearchRows, key: DocumentKey): Bearings | null {
  return BEARINGS[kindOf(key)](rows, idOf(key));
}

/** Shared by the many documents that have none. */
const NONE: readonly Id[] = [];

const BEARINGS: Readonly<Record<DocumentKind, (rows: SearchRows, id: Id) => Bearings | null>> = {
  turn: (rows, id) => {
    const turn = rows.get('turns', id);
    if (!turn) return null;
    const passages = rows.referring('passages', 'turnId', id);
    return {
      dialogueId: turn.dialogueId,
      participantIds: turn.participantId === null ? NONE : [turn.participantId],
      issueIds: knownIssues(
        rows,
        passages
          .flatMap((passage) => activeCodings(rows.referring('codings', 'passageId', passage.id)))
          .map(({ issueId }) => issueId),
      ),
    };
  },

  advice: (rows, id) => {
    const advice = rows.get('advice', id);
    if (!advice) return null;
    const turnIds = advice.passageIds.map((one) => rows.get('passages', one)?.turnId);
    const speakers = turnIds.map((one) => rows.get('turns', one)?.participantId);
    return {
      dialogueId: advice.dialogueId,
      participantIds: [...new Set(speakers)].filter((one) => typeof one === 'string'),
      issueIds: knownIssues(rows, advice.issueIds),
    };
  },

  // What was merged away is found under what it became.
  issue: (rows, id) =>
    rows.get('issues', id)?.mergedInto === null
      ? { dialogueId: null, participantIds: NONE, issueIds: [id] }
      : null,

  person: (rows, id) =>
    rows.get('persons', id)
      ? {
          dialogueId: null,
          participantIds: rows.referring('participants', 'personId', id).map((day) => day.id),
          issueIds: NONE,
        }
      : null,

  dialogue: (rows, id) =>
    rows.get('dialogues', id)
      ? {
          dialogueId: id,
          participantIds: rows.referring('participants', 'dialogueId', id).map((one) => one.id),
          issueIds: NONE,
        }
      : null,

  indicator: (rows, id) => {
    const indicator = rows.get('indicators', id);
    return (
      (indicator && {
        dialogueId: null,
        participantIds: NONE,
        issueIds: knownIssues(rows, indicator.issueIds),
      }) ??
      null
    );
  },

  arrangement: (rows, id) => {
    const arrangement = rows.get('arrangements', id);
    return arrangement ? ofIssues(rows, arrangement.issueIds) : null;
  },

  organisation: (rows, id) => (rows.get('organisations', id) ? ofIssues(rows, NONE) : null),

  // Of the texts the company's own: laws and standards are found by the issues that rest on them.
  instrument: (rows, id) => (rows.get('instruments', id)?.of ? ofIssues(rows, NONE) : null),

  source: (rows, id) => {
    const source = rows.get('sources', id);
    return source ? ofIssues(rows, source.issueIds) : null;
  },

  entry: (rows, id) => {
    const entry = rows.get('entries', id);
    if (!entry || !isOfRegister(entry)) return null;
    const issueIds = entry.refs.filter(({ to }) => to === 'issue').map((ref) => ref.id);
    return { ...ofIssues(rows, issueIds), dialogueId: dialogueOfEntry(rows, entry) };
  },

  answer: (rows, id) => (rows.get('answers', id) ? ofIssues(rows, NONE) : null),
};

/** Of what belongs to no dialogue. */
function ofIssues(rows: SearchRows, issueIds: readonly Id[]): Bearings {
  return { dialogueId: null, participantIds: NONE, issueIds: knownIssues(rows, issueIds) };
}

/** The dialogue whose words an entry rests on, or that it bears on: its policy holds for what the entry says. */
function dialogueOfEntry(rows: SearchRows, { passageId, refs }: Entry): Id | null {
  const of = (kind: Entry['refs'][number]['to']) => refs.find(({ to }) => to === kind)?.id;
  return (
    rows.get('passages', passageId)?.dialogueId ??
    rows.get('advice', of('advice'))?.dialogueId ??
    rows.get('dialogues', of('dialogue'))?.id ??
    null
  );
}

/** Whether an entry is of the register; what was only noted of advice and commitments is found with the advice. */
export function isOfRegister({ arrangementId, of, refs }: Entry): boolean {
  return (
    arrangementId !== null || of !== null || refs.some(({ to }) => to !== 'advice' && to !== 'commitment')
  );
}

function knownIssues(rows: SearchRows, ids: readonly Id[]): readonly Id[] {
  if (ids.length === 0) return NONE;
  return [...new Set(ids)].filter((id) => rows.get('issues', id) !== undefined);
}

type Build = (rows: SearchRows, id: Id, bearings: Bearings) => Fields | null;

const BUILDERS: Readonly<Record<DocumentKind, Build>> = {
  turn: (rows, id, { issueIds }) => {
    const turn = rows.get('turns', id);
    if (!turn) return null;
    return {
      name: '',
      text: turn.text,
      about: lines(turn.heading, ...peopleOf(rows, turn.participantId), ...issueNames(rows, issueIds)),
    };
  },

  advice: (rows, id, { participantIds, issueIds }) => {
    const advice = rows.get('advice', id);
    if (!advice) return null;
    const passages = advice.passageIds
      .map((one) => rows.get('passages', one))
      .filter((one) => one !== undefined);
    const people = participantIds.flatMap((one) => peopleOf(rows, one));
    const promised = rows.referring('commitments', 'madeIn', id);
    return {
      name: '',
      text: lines(
        advice.restatement,
        ...passages.map(({ quote }) => quote),
        advice.response,
        ...promised.map((one) => one.text),
        ...noted(rows, [id, ...promised.map((one) => one.id)]),
      ),
      about: lines(
        ...people,
        advice.addressee,
        advice.owner,
        ...promised.map(({ owner }) => owner),
        ...issueNames(rows, issueIds),
      ),
    };
  },

  issue: (rows, id) => {
    const issue = rows.get('issues', id);
    if (!issue) return null;
    return {
      name: lines(...everyText(issue.name)),
      text: lines(...everyText(issue.definition)),
      // That it goes by a word as well is no reason to stand before the place where the word was said.
      about: lines(
        ...everyTerm(issue.synonyms),
        ...everyText(issue.sourceWording),
        ...everyText(issue.include),
        ...issue.instruments.map(({ code, provision }) => `${code} ${provision}`),
        ...[...new Set(issue.instruments.map(({ code }) => code))]
          .flatMap((code) => rows.referring('instruments', 'code', code))
          .flatMap(({ name }) => everyText(name)),
        ...rows.referring('themes', 'issueIds', id).flatMap(({ name }) => everyText(name)),
        ...issue.riskSources.flatMap(everyText),
        issue.code,
        ...mergedInto(rows, id).flatMap((one) => [...everyText(one.name), ...everyTerm(one.synonyms)]),
      ),
    };
  },

  person: (rows, id) => {
    const person = rows.get('persons', id);
    if (!person) return null;
    const days = rows.referring('participants', 'personId', id);
    const names = [...new Set([...spellingsOf(person), ...days.map(({ name }) => name)])];
    return {
      name: lines(...names),
      text: lines(
        ...withoutParts([
          ...everyText(person.title),
          ...everyText(person.organisation),
          ...days.map(titleOf),
        ]),
      ),
      about: '',
    };
  },

  dialogue: (rows, id) => {
    const dialogue = rows.get('dialogues', id);
    if (!dialogue) return null;
    const participants = rows.referring('participants', 'dialogueId', id);
    const promised = rows.referring('commitments', 'madeIn', id);
    return {
      name: dialogue.title,
      text: lines(
        dialogue.summary,
        ...promised.map((one) => one.text),
        ...noted(
          rows,
          promised.map((one) => one.id),
        ),
      ),
      about: lines(
        dialogue.place,
        dialogue.date,
        ...participants.map(({ name }) => name),
        ...new Set(participants.map(titleOf)),
        dialogue.sourceNote,
      ),
    };
  },

  indicator: (rows, id, { issueIds }) => {
    const indicator = rows.get('indicators', id);
    if (!indicator) return null;
    const figures = rows.referring('figures', 'indicatorId', id);
    const named = (table: 'organisations' | 'arrangements', ids: readonly (Id | null)[]) =>
      [...new Set(ids)].flatMap((one) => everyText(rows.get(table, one)?.name ?? {}));
    return {
      name: lines(...everyText(indicator.name)),
      text: lines(
        ...everyText(indicator.definition),
        ...everyText(indicator.aim),
        [...new Set(figures.flatMap(({ value }) => (value === null ? [] : [numberText(value)])))].join(' · '),
        ...figures.flatMap(({ note }) => everyText(note)),
      ),
      about: lines(
        ...named(
          'arrangements',
          figures.map(({ via }) => via),
        ),
        ...named(
          'organisations',
          figures.map(({ of }) => of),
        ),
        ...indicator.breakdowns.flatMap(({ members }) => members.flatMap(({ name }) => everyText(name))),
        indicator.code,
        indicator.owner,
        ...issueNames(rows, issueIds),
      ),
    };
  },

  arrangement: (rows, id, { issueIds }) => {
    const arrangement = rows.get('arrangements', id);
    if (!arrangement) return null;
    return {
      name: lines(...everyText(arrangement.name)),
      text: lines(...everyText(arrangement.remit)),
      about: lines(
        ...namesOf(rows, 'organisations', arrangement.of),
        ...namesOf(rows, 'organisations', arrangement.operator),
        arrangement.owner,
        arrangement.chair,
        ...arrangement.languages,
        ...arrangement.instruments.map(({ code }) => code),
        ...issueNames(rows, issueIds),
      ),
    };
  },

  organisation: (rows, id) => {
    const organisation = rows.get('organisations', id);
    if (!organisation) return null;
    return {
      name: lines(...everyText(organisation.name), ...organisation.aliases),
      text: lines(...everyText(organisation.note)),
      about: lines(
        organisation.country,
        ...organisation.sectors,
        ...organisation.products,
        ...organisation.partOf.flatMap((whole) => namesOf(rows, 'organisations', whole)),
      ),
    };
  },

  instrument: (rows, id) => {
    const instrument = rows.get('instruments', id);
    if (!instrument) return null;
    return {
      name: lines(instrument.code, ...everyText(instrument.name)),
      text: lines(...everyText(instrument.summary)),
      about: lines(...namesOf(rows, 'organisations', instrument.of)),
    };
  },

  source: (rows, id, { issueIds }) => {
    const source = rows.get('sources', id);
    if (!source) return null;
    return {
      name: lines(...everyText(source.title)),
      text: lines(...everyText(source.note)),
      about: lines(
        ...namesOf(rows, 'organisations', source.publisher),
        source.place,
        ...issueNames(rows, issueIds),
      ),
    };
  },

  entry: (rows, id, { issueIds }) => {
    const entry = rows.get('entries', id);
    if (!entry) return null;
    return {
      name: '',
      text: lines(entry.text, entry.why, entry.standingWhy),
      about: lines(
        ...namesOf(rows, 'arrangements', entry.arrangementId),
        ...namesOf(rows, 'organisations', entry.of),
        ...everyText(rows.get('sources', entry.sourceId)?.title ?? {}),
        entry.locator,
        ...issueNames(rows, issueIds),
      ),
    };
  },

  answer: (rows, id) => {
    const answer = rows.get('answers', id);
    if (!answer) return null;
    const { checklist, requirement } = requirementOf(answer);
    return {
      name: lines(answer.requirement, ...everyText(requirement?.title ?? {})),
      text: lines(...everyText(answer.text), answer.why),
      about: lines(...everyText(checklist?.name ?? {})),
    };
  },
};

/** What a row of the register is called, in every language. */
function namesOf(rows: SearchRows, table: 'organisations' | 'arrangements', id: Id | null): string[] {
  return everyText(rows.get(table, id)?.name ?? {});
}

/** What was noted of commitments and advice. */
function noted(rows: SearchRows, ids: readonly Id[]): string[] {
  return ids.flatMap((id) => rows.referring('entries', 'refs', id)).map(({ text }) => text);
}

function titleOf({ title, organisation }: { title: string; organisation: string }): string {
  return [title, organisation].filter(Boolean).join(', ');
}

/** Texts that no other one says already. */
function withoutParts(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => !texts.some((other) => other !== text && other.includes(text)));
}

/** Every name of a participant, and the organisation for which they spoke. */
function peopleOf(rows: SearchRows, participantId: IdOf<'participants'> | null): string[] {
  const participant = rows.get('participants', participantId);
  if (!participant) return [];
  const person = rows.get('persons', participant.personId);
  return [
    ...new Set([
      participant.name,
      participant.label,
      ...(person ? spellingsOf(person) : []),
      participant.organisation,
    ]),
  ].filter(Boolean);
}

function mergedInto(rows: SearchRows, id: Id): Issue[] {
  return predecessors((target) => rows.referring('issues', 'mergedInto', target), id);
}

/** What an issue became by merging: the one at the end, or itself. */
export function becomes(rows: SearchRows, id: Id): Id {
  return successor((one) => rows.get('issues', one), id);
}

function issueNames(rows: SearchRows, ids: readonly Id[]): string[] {
  return ids.flatMap((id) => everyText(rows.get('issues', id)?.name ?? {}));
}
