import type { TurnRange } from '#shared/anchor/text-range.ts';
import type { AdviceKind, AdviceStatus } from '#shared/model/advice.ts';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { StoredMark } from './marks.ts';
import { rangeKey } from './state.ts';

/** The fields of the advice form as they are typed. */
export type AdviceDraft = {
  readonly kind: AdviceKind;
  readonly issueIds: readonly IdOf<'issues'>[];
  readonly restatement: string;
  readonly addressee: string;
  readonly due: string;
  readonly response: string;
  readonly owner: string;
  readonly commitment: string;
  readonly noCommitmentWhy: string;
  readonly status: AdviceStatus;
  /** The words that it is of: they are found again though the turn was corrected since. */
  readonly words: { readonly turnId: IdOf<'turns'>; readonly start: number; readonly end: number };
  readonly quote: string;
};

/** Under which keys the drafts of a dialogue's advice are kept. */
export function adviceDraftsOf(dialogueId: IdOf<'dialogues'>): string {
  return `advice/${dialogueId}/`;
}

export function adviceDraftKey(dialogueId: IdOf<'dialogues'>, words: TurnRange): string {
  return adviceDraftsOf(dialogueId) + rangeKey(words);
}

/** What the form proposes: the issue just chosen, and those that the passage is already coded to. */
export function proposal(
  words: TurnRange,
  quote: string,
  chosen: Id | null,
  marks: readonly StoredMark[],
): AdviceDraft {
  const coded = marks.flatMap((mark) =>
    mark.kind === 'coding' && mark.start < words.end && mark.end > words.start ? [mark.issue.id] : [],
  );
  const issueIds = [...new Set(chosen ? [chosen, ...coded] : coded)];
  const { turnId, start, end } = words;
  return {
    kind: 'urge',
    issueIds,
    restatement: '',
    addressee: '',
    due: '',
    response: '',
    owner: '',
    commitment: '',
    noCommitmentWhy: '',
    status: 'heard',
    words: { turnId, start, end },
    quote,
  };
}
