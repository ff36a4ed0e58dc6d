import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { newId } from '#shared/model/basics.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import type { Answer, Hit } from '#shared/search/request.ts';
import { WorkspaceSearch } from '#shared/search/workspace-search.ts';
import { readTranscript } from '#shared/transcript/registry.ts';
import { makeDialogue, makeParticipant, makeTurn } from '../../fixtures/state.ts';

/** What must be found, or must not be. */
interface Expected {
  readonly dialogue?: string;
  readonly kind?: string;
  readonly speaker?: string;
  readonly includes?: readonly string[];
}

interface Question {
  readonly id: number;
  readonly q: string;
  readonly lang: string;
  /** Any of these. */
  readonly expect: readonly Expected[];
  readonly forbid: readonly Expected[];
}

/** How one question was answered. */
export interface Answered {
  readonly id: number;
  readonly q: string;
  /** Place of the first hit that was expected, from 1; null = none among the first fifty. */
  readonly place: number | null;
  /** Whether something that must not be found was. */
  readonly forbidden: boolean;
}

/** The people of the sample, as Japanese texts call them. */
const SURNAMES: readonly (readonly [string, string])[] = [
  ['Shimizu', '清水'],
  ['Takahashi', '高橋'],
  ['Okimi', '沖見'],
  ['Nagai', '永井'],
  ['Tanaka', '田中'],
  ['Nakamura', '中村'],
];

const SAMPLE = path.resolve(import.meta.dirname, '../../../resources/sample/sample.json');
const DIET = 'transcripts/ja/kokkai_2025-02-19_sustainability_committee.utf8.txt';

/** Whether the questions and what they are asked of lie there. @param shared the folder of the material */
export function questionsThere(shared: string): boolean {
  return ['search-eval/questions.json', 'search-eval/ja-dialogue.txt', DIET].every((file) =>
    existsSync(path.join(shared, file)),
  );
}

/** The workspace of the questions, and the dialogues by the names that the questions call them. */
export async function officeWorkspace(
  shared: string,
): Promise<{ state: WorkspaceState; names: ReadonlyMap<string, string> }> {
  const state = JSON.parse(readFileSync(SAMPLE, 'utf8')) as WorkspaceState;
  const names = new Map<string, string>(state.dialogues.map(({ id }) => [id, 'sample']));
  for (const person of state.persons) {
    const surname = SURNAMES.find(([latin]) => person.aliases.includes(latin))?.[1];
    if (surname) person.name = { ...person.name, ja: surname };
  }
  const seeds = path.join(shared, 'seeds');
  const files = [
    ...(existsSync(seeds) ? readdirSync(seeds) : [])
      .filter((name) => /^\d/.test(name))
      .map((name) => [`seed${name.slice(0, 3)}`, path.join(seeds, name)] as const),
    ['diet', path.join(shared, DIET)] as const,
    ['ja-dialogue', path.join(shared, 'search-eval/ja-dialogue.txt')] as const,
  ];
  for (const [name, file] of files) {
    const result = await readTranscript(
      { name: path.basename(file), bytes: new Uint8Array(readFileSync(file)) },
      { company: ['NEC'] },
    );
    const dialogue = makeDialogue({
      title: result.title ?? path.basename(file),
      date: result.date,
      language: result.language ?? 'en',
    });
    names.set(dialogue.id, name);
    state.dialogues.push(dialogue);
    const byLabel = new Map<string, string>();
    for (const [
      order,
      { name: full, label, title, organisation, external },
    ] of result.participants.entries()) {
      const known = [full, label].flatMap((one) => [one, SURNAMES.find(([, ja]) => ja === one)?.[0] ?? one]);
      const person = state.persons.find(({ name: own, aliases }) =>
        [...Object.values(own), ...aliases].some((one) => known.includes(one ?? '')),
      );
      const personId = person?.id ?? null;
      const one = makeParticipant(dialogue.id, {
        order,
        name: full,
        label,
        title,
        organisation,
        external,
        personId,
      });
      state.participants.push(one);
      byLabel.set(label, one.id);
    }
    for (const [order, { kind, speaker, heading, text }] of result.blocks.entries())
      state.turns.push(
        makeTurn(dialogue.id, {
          order,
          kind,
          heading,
          text,
          participantId: byLabel.get(speaker ?? '') ?? null,
        }),
      );
  }
  for (const issue of state.issues) issue.id ||= newId();
  return { state, names };
}

/** Asks all questions. */
export async function askQuestions(shared: string): Promise<Answered[]> {
  const { state, names } = await officeWorkspace(shared);
  const questions = JSON.parse(
    readFileSync(path.join(shared, 'search-eval/questions.json'), 'utf8'),
  ) as Question[];
  const search = new WorkspaceSearch(state);
  for (const _ of search.build());
  const texts = textsOf(state);
  return questions.map(({ id, q, lang, expect, forbid }) => {
    const answer: Answer = search.search({
      query: q,
      typing: false,
      language: lang === 'ja' ? 'ja' : 'en',
      limit: 50,
      sort: 'relevance',
      synonyms: true,
    });
    const is = (hit: Hit) => (wanted: Expected) => matches(hit, wanted, texts, names);
    const place = answer.hits.findIndex((hit) => expect.some(is(hit)));
    return {
      id,
      q,
      place: place < 0 ? null : place + 1,
      forbidden: answer.hits.some((hit) => forbid.some(is(hit))),
    };
  });
}

function matches(
  hit: Hit,
  { dialogue, kind, speaker, includes = [] }: Expected,
  texts: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): boolean {
  if (dialogue !== undefined && names.get(hit.dialogue?.id ?? '') !== dialogue) return false;
  if (
    kind !== undefined ? hit.kind !== kind : dialogue !== undefined && !['turn', 'advice'].includes(hit.kind)
  )
    return false;
  if (speaker !== undefined && !(hit.speaker?.name ?? '').includes(speaker)) return false;
  const text = plain(texts.get(hit.id) ?? '');
  return includes.every((words) => text.includes(plain(words)));
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').toLowerCase();
}

/** Everything that a row says, by its id. */
function textsOf(state: WorkspaceState): Map<string, string> {
  const passages = new Map(state.passages.map(({ id, quote }) => [id, quote]));
  const texts = new Map<string, string>();
  for (const { id, text } of state.turns) texts.set(id, text);
  for (const issue of state.issues)
    texts.set(issue.id, [issue.name, issue.synonyms].flatMap((one) => Object.values(one).flat()).join('\n'));
  for (const { id, name, aliases } of state.persons)
    texts.set(id, [...Object.values(name), ...aliases].join('\n'));
  const promised = (adviceId: string) =>
    state.commitments.filter(({ madeIn }) => madeIn.id === adviceId).map(({ text }) => text);
  for (const { id, restatement, response, passageIds } of state.advice)
    texts.set(
      id,
      [restatement, response, ...promised(id), ...passageIds.map((one) => passages.get(one))].join('\n'),
    );
  return texts;
}
