import { anchorAt, holds } from '../anchor/anchor.ts';
import { doubtsOf, rememberedWords, type SaidWords, speakersOf } from '../anchor/doubts.ts';
import { isDistinctive, reanchor } from '../anchor/reanchor.ts';
import { mapTexts } from '../anchor/text-map.ts';
import type { Draft } from '../change/draft.ts';
import { policyFor } from '../model/attribution.ts';
import { type Id, textIn } from '../model/basics.ts';
import type { Coding } from '../model/coding.ts';
import type { IdOf } from '../model/id.ts';
import type { Issue } from '../model/issue.ts';
import { successor } from '../model/lineage.ts';
import { ProblemError } from '../model/problem.ts';
import type { WorkspaceState } from '../model/tables.ts';
import type { Passage, Turn } from '../model/turn.ts';
import type { CodingCopy, Workspace } from '../model/workspace.ts';
import { byAge } from './coding.ts';

/** What was taken in from a copy, and what was not. */
export interface MergeOutcome {
  readonly coder: string;
  /** Codings that are new here. */
  readonly taken: number;
  /** Codings that were here already. */
  readonly known: number;
  /** Of those taken: words that stand elsewhere now, because the text was corrected since. */
  readonly moved: number;
  /** Of those taken: words that the text no longer holds; they wait in the review list. */
  readonly unsure: number;
  /** Dialogues in whose review lists they wait. */
  readonly review: readonly Id[];
  /** Codings whose turn or issue is not here any more; they stay in the copy. */
  readonly left: readonly {
    readonly reason: 'turn' | 'issue';
    readonly quote: string;
    readonly issue: string;
  }[];
  /** Advice that was taken down in the copy: only codings travel back. */
  readonly advice: number;
}

/**
 * Whose copy of this workspace a workspace file is.
 * @throws ProblemError `copy-of-other` (another workspace), `copy-not-a-copy` (this workspace, but not a copy for a
 *   second coder), `coder-in-copy` when it is the open workspace that is a copy
 */
export function copyIn(
  returned: Pick<WorkspaceState, 'workspace'>,
  own: Workspace,
  language: string,
): CodingCopy {
  const [workspace] = returned.workspace;
  if (own.copy !== null) throw new ProblemError('coder-in-copy');
  if (workspace?.id !== own.id)
    throw new ProblemError('copy-of-other', {
      name: textIn(workspace?.copy?.of ?? workspace?.name, language),
      own: textIn(own.name, language),
    });
  if (workspace.copy === null || !('coder' in workspace.copy)) throw new ProblemError('copy-not-a-copy');
  return workspace.copy;
}

/**
 * Takes a second coder's codings in, with their passages and memos and nothing else. Codings and passages keep their
 * ids: the same file twice changes nothing. Words that stand at a place where a passage is already are coded on that
 * one. A coding that was settled here stays settled.
 * @throws ProblemError as `copyIn`
 */
export async function mergeCopy(
  draft: Draft,
  returned: WorkspaceState,
  language: string,
): Promise<MergeOutcome> {
  const [own] = await draft.all('workspace');
  if (!own) throw new ProblemError('no-workspace');
  const { coder } = copyIn(returned, own, language);
  const passages = new Map(returned.passages.map((passage) => [passage.id, passage]));
  const names = new Map(returned.issues.map((issue) => [issue.id, textIn(issue.name, language)]));
  const whoInCopy = speakersOf(returned.participants);
  const turns = new Map(
    returned.turns.map(({ id, text, participantId }) => [id, { text, speaker: whoInCopy(participantId) }]),
  );
  const inCopyOf: TurnInCopy = (turnId) => turns.get(turnId);
  const inCopy = new Set(returned.codings.map(({ id }) => id));
  const left: MergeOutcome['left'][number][] = [];
  let [taken, known, moved, unsure] = [0, 0, 0, 0];
  const review = new Set<Id>();
  const codings = returned.codings.toSorted(byAge);
  for (const coding of codings) {
    const passage = passages.get(coding.passageId);
    if (!passage) continue;
    const existing = await draft.get('codings', coding.id);
    if (existing) {
      await growMemo(draft, existing, coding);
      await growWords(draft, existing.id, passage, inCopyOf, inCopy);
      known++;
      continue;
    }
    const details = { quote: passage.quote, issue: names.get(coding.issueId) ?? '' };
    const issue = await issueNow(draft, coding.issueId);
    if (!issue) {
      left.push({ reason: 'issue', ...details });
      continue;
    }
    const place = await placeNow(draft, passage, inCopyOf);
    if (!place) {
      left.push({ reason: 'turn', ...details });
      continue;
    }
    const { id: passageId, dialogueId } = await passageOf(draft, place);
    const same = (await draft.find('codings', 'passageId', passageId)).find(
      (one) => one.issueId === issue.id && one.coder === coder,
    );
    if (same) {
      await growMemo(draft, same, coding);
      known++;
      continue;
    }
    await draft.put('codings', {
      ...coding,
      dialogueId,
      passageId,
      issueId: issue.id,
      coder,
      reconciled: null,
    });
    taken++;
    if (place.state === 'unsure') {
      unsure++;
      review.add(dialogueId);
    } else if (place.turnId !== passage.turnId || place.start !== passage.start) moved++;
  }
  return { coder, taken, known, moved, unsure, review: [...review], left, advice: returned.advice.length };
}

/** A memo that was written on in the copy is taken; one that was changed here is kept. */
async function growMemo(draft: Draft, existing: Coding, { memo }: Coding): Promise<void> {
  if (memo !== existing.memo && memo.startsWith(existing.memo))
    await draft.patch('codings', existing.id, { memo });
}

/**
 * A coding that takes in more words than when its copy came last does so here too, and what it swallowed in the copy
 * goes; unless it was settled here, or its words were put elsewhere.
 */
async function growWords(
  draft: Draft,
  codingId: IdOf<'codings'>,
  passage: Passage,
  inCopyOf: TurnInCopy,
  inCopy: ReadonlySet<Id>,
): Promise<void> {
  const coding = await draft.require('codings', codingId);
  if (coding.passageId === passage.id || coding.reconciled !== null) return;
  const now = await draft.require('passages', coding.passageId);
  const place = await placeNow(draft, passage, inCopyOf);
  if (now.state !== 'anchored' || place?.state !== 'anchored' || place.turnId !== now.turnId) return;
  const grown = place.start <= now.start && place.end >= now.end && place.quote !== now.quote;
  if (!grown) return;
  const { id: passageId } = await passageOf(draft, place);
  let { memo } = coding;
  for (const inside of await draft.find('passages', 'turnId', place.turnId)) {
    if (inside.start < place.start || inside.end > place.end) continue;
    for (const other of await draft.find('codings', 'passageId', inside.id)) {
      const swallowed =
        other.issueId === coding.issueId && other.coder === coding.coder && !inCopy.has(other.id);
      if (!swallowed || other.reconciled !== null) continue;
      if (!memo.includes(other.memo)) memo = `${memo}\n${other.memo}`;
      await draft.remove('codings', other.id);
    }
  }
  await draft.patch('codings', codingId, { passageId, memo });
}

/** The issue as it is now: what it was merged into, if it was. */
async function issueNow(draft: Draft, issueId: IdOf<'issues'>): Promise<Issue | null> {
  const issues = new Map((await draft.all('issues')).map((issue) => [issue.id, issue]));
  return issues.get(successor((id) => issues.get(id), issueId)) ?? null;
}

/**
 * The passage where its words stand now: in its turn, by the rule that passages here followed when the text was
 * corrected; else in the one other turn of the dialogue that has the very words (turns are split and joined).
 */
async function placeNow(draft: Draft, passage: Passage, inCopyOf: TurnInCopy): Promise<Passage | null> {
  const turn = await draft.get('turns', passage.turnId);
  const dialogueId = turn?.dialogueId ?? passage.dialogueId;
  const who = speakersOf(await draft.find('participants', 'dialogueId', dialogueId));
  const found = await foundNow(draft, passage, turn ?? null, inCopyOf);
  const copied = inCopyOf(passage.turnId);
  const host = found && (await draft.get('turns', found.turnId));
  if (host) {
    const words = passage.state === 'anchored' ? {} : rememberedWords(passage);
    const was = copied && { ...passage, ...copied, ...words };
    const is = { ...found, text: host.text, speaker: who(host.participantId) };
    if (!was || doubtsOf(was, is).length === 0) return found;
  }
  return turn ? { ...passage, dialogueId, state: 'unsure' } : null;
}

/** Where the words of a passage from a copy stand; null where that is not certain. */
async function foundNow(
  draft: Draft,
  passage: Passage,
  turn: Turn | null,
  inCopyOf: TurnInCopy,
): Promise<Passage | null> {
  const here = turn && fateIn(turn, passage, inCopyOf(turn.id)?.text ?? turn.text);
  if (here) return here;
  const dialogueId = turn?.dialogueId ?? passage.dialogueId;
  const others = (await draft.find('turns', 'dialogueId', dialogueId)).filter(
    ({ id, text }) => id !== passage.turnId && text.includes(passage.quote),
  );
  const [only] = others;
  if (!only || others.length !== 1 || !isDistinctive(passage)) return null;
  const start = only.text.indexOf(passage.quote);
  if (only.text.indexOf(passage.quote, start + 1) !== -1) return null;
  return placed(passage, only, start, start + passage.quote.length);
}

/** A turn as the copy has it. */
type TurnInCopy = (turnId: IdOf<'turns'>) => Pick<SaidWords, 'text' | 'speaker'> | undefined;

function fateIn(turn: Turn, passage: Passage, before: string): Passage | null {
  if (before === turn.text && passage.state === 'anchored' && holds(turn.text, passage)) return passage;
  const outcome = reanchor(passage, mapTexts(before, turn.text), turn.text);
  return outcome.kind === 'unsure' ? null : placed(passage, turn, outcome.start, outcome.end);
}

function placed(passage: Passage, turn: Turn, start: number, end: number): Passage | null {
  const anchor = anchorAt(turn.text, start, end);
  return anchor && { ...passage, ...anchor, dialogueId: turn.dialogueId, turnId: turn.id, state: 'anchored' };
}

/** The passage that stands at this place already, at least as discreet as the one brought; else the one brought. */
async function passageOf(draft: Draft, place: Passage): Promise<Passage> {
  const existing = (await draft.find('passages', 'turnId', place.turnId)).find(
    (one) => one.start === place.start && one.end === place.end && one.quote === place.quote,
  );
  if (!existing) {
    await draft.put('passages', place);
    return place;
  }
  const open = existing.attribution ?? 'named';
  const attribution = policyFor({ attribution: open }, place);
  if (attribution !== open) await draft.patch('passages', existing.id, { attribution });
  return existing;
}
