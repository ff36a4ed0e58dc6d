/** What a company says to the requirements of a checklist, and who stood behind it. */
import type { Draft } from '../change/draft.ts';
import type { Answer } from '../model/answer.ts';
import { blankArrangement } from '../model/arrangement.ts';
import { tidy } from '../model/basics.ts';
import { blankEntry, type Entry } from '../model/entry.ts';
import type { IdOf } from '../model/id.ts';
import { ProblemError } from '../model/problem.ts';
import { APPROVAL_KINDS, type ApprovalKind, approvalOf } from '../statement/approval.ts';
import type { Checklist } from '../statement/checklist.ts';
import { hasText } from '../statement/coverage.ts';
import { type AnswerPlace, placeKey, placeWords } from '../statement/place.ts';
import type { Authorship } from './authorship.ts';
import { idAt } from './derived-id.ts';

/** What a person says at a place; what is not given stays. */
export type AnswerFields = Partial<Pick<Answer, 'state' | 'text' | 'why' | 'uses' | 'leftOut'>>;

/**
 * Writes an answer. Where nobody said how far it goes, words make it an answer in part, and all else leaves it a gap.
 * @param version of the checklist that is answered
 * @throws ProblemError `row-missing` where the organisation or subject is gone
 */
export async function putAnswer(
  draft: Draft,
  place: AnswerPlace,
  version: string,
  fields: AnswerFields,
  { by, at }: Authorship,
): Promise<Answer> {
  const before = await answerAt(draft, place);
  if (place.of !== null) await draft.require('organisations', place.of);
  const { text = before?.text ?? {}, why = before?.why ?? '', ...rest } = fields;
  const said = tidy(text);
  const answer: Answer = {
    id: before?.id ?? (await idAt(draft, 'answers', placeWords(place))),
    ...(before ?? { ...place, uses: [], leftOut: [] }),
    state: stateAfter(before, { text: said }),
    ...rest,
    version,
    text: said,
    why: why.trim(),
    by,
    at,
  };
  await draft.put('answers', answer);
  return answer;
}

/** The first words of an answer make it one in part; how far it goes is for people to say. */
function stateAfter(before: Answer | null, now: Pick<Answer, 'text'>): Answer['state'] {
  if (before && !(before.state === 'missing' && !hasText(before) && hasText(now))) return before.state;
  return hasText(now) ? 'partly' : 'missing';
}

/**
 * Takes over the words of an earlier answer in the languages in which nothing is written yet.
 * @throws ProblemError `row-missing`, `answer-nothing-to-take` where there is nothing to take over
 */
export async function takeOverAnswer(
  draft: Draft,
  place: AnswerPlace,
  version: string,
  earlierId: IdOf<'answers'>,
  author: Authorship,
): Promise<Answer> {
  const earlier = tidy((await draft.require('answers', earlierId)).text);
  const own = tidy((await answerAt(draft, place))?.text ?? {});
  if (Object.keys(earlier).every((language) => language in own))
    throw new ProblemError('answer-nothing-to-take');
  return putAnswer(draft, place, version, { text: { ...earlier, ...own } }, author);
}

/** Removes an answer: its place is one that nobody has looked at. */
export async function removeAnswer(draft: Draft, answerId: IdOf<'answers'>): Promise<void> {
  await draft.require('answers', answerId);
  await draft.remove('answers', answerId);
}

async function answerAt(draft: Draft, place: AnswerPlace): Promise<Answer | null> {
  const key = placeKey(place);
  return (await draft.all('answers')).find((one) => placeKey(one) === key) ?? null;
}

/** What a person notes of the approval of a statement: the board, the director and the address, each with its date. */
export type ApprovalFields = Readonly<Record<ApprovalKind, Pick<Entry, 'text' | 'when'>>>;

/**
 * Notes who approved a statement of a year, who signed it, and where it was published, as entries of the statement in the
 * register, which is made where there is none. What is emptied is removed.
 */
export async function putApproval(
  draft: Draft,
  checklist: Pick<Checklist, 'id' | 'law' | 'statement'>,
  { of, fiscalYear }: Pick<Answer, 'of' | 'fiscalYear'>,
  fields: ApprovalFields,
  author: Authorship,
): Promise<void> {
  const { statement, entries } = approvalOf(
    checklist,
    {
      arrangements: await draft.all('arrangements'),
      entries: await draft.all('entries'),
      organisations: await draft.all('organisations'),
      workspace: await draft.all('workspace'),
    },
    { of, fiscalYear },
  );
  let arrangementId = statement?.id;
  for (const kind of APPROVAL_KINDS) {
    const { when } = fields[kind];
    const text = fields[kind].text.trim();
    const before = entries[kind];
    if (before?.text === text && before.when === when) continue;
    if (text === '' && when === null) {
      if (before) await draft.remove('entries', before.id);
      continue;
    }
    arrangementId ??= await makeStatement(draft, checklist, of);
    const entry = before ?? {
      ...blankEntry({
        id: await idAt(draft, 'entries', ['statement', checklist.id, of ?? '', String(fiscalYear), kind]),
        kind,
        ...author,
      }),
      ...{ arrangementId, of, fiscalYear },
    };
    // Of which year's statement it is, whenever it was.
    await draft.put('entries', { ...entry, text, when, fiscalYear });
  }
}

async function makeStatement(
  draft: Draft,
  { id, law, statement }: Pick<Checklist, 'id' | 'law' | 'statement'>,
  of: Answer['of'],
): Promise<IdOf<'arrangements'>> {
  const arrangement = blankArrangement({
    id: await idAt(draft, 'arrangements', ['statement', id, of ?? '']),
    name: statement,
    kind: 'statement',
    of,
    instruments: [{ code: law, provision: '' }],
  });
  await draft.put('arrangements', arrangement);
  return arrangement.id;
}
