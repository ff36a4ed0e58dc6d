import type { Draft } from '#shared/change/draft.ts';
import {
  type Answer,
  answer,
  answered,
  type Citation,
  cite,
  type RatingPlace,
  type RatingRemarks,
  remark,
  setNature,
  withNature,
} from '#shared/edit/rating.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Rating } from '#shared/model/rating.ts';
import type { Assessor, Dimension, Round } from '#shared/model/round.ts';
import { commit } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';

export interface RatingEdits {
  readonly answer: (dimension: Dimension, value: Answer) => void;
  readonly setNature: (nature: Rating['nature']) => void;
  readonly remark: (remarks: RatingRemarks) => void;
  readonly cite: (citation: Citation, cited: boolean) => void;
}

/** What an assessor can do to their rating of an issue; each act is kept at once, and is one step of undo. */
export type RatingActs = (issue: Issue, assessor: Assessor) => RatingEdits;

/**
 * Shows a change before it is written.
 * @returns what to call when it was written or refused
 */
export type PaintEarly = (
  place: RatingPlace,
  change: (rating: Rating) => Rating,
  at: string,
) => (saved: boolean) => void;

export interface RatingWatch {
  /** Absent = a change shows once it is written. */
  readonly paintEarly?: PaintEarly;
  /** Told whose rating is changed. */
  readonly onAct?: (assessor: Assessor) => void;
}

export function useRatingActs(round: Round, { paintEarly, onAct }: RatingWatch = {}): RatingActs {
  const { local } = useSpeech();
  const attempt = useAttempt();
  return (issue, assessor) => {
    const place = { roundId: round.id, issueId: issue.id, assessorId: assessor.id };
    const params = { issue: local(issue.name), assessor: assessor.name };
    const act = (
      key: 'change.rating.answer' | 'change.rating.remark' | 'change.rating.cite',
      recipe: (draft: Draft, at: string) => Promise<Rating>,
      change?: (rating: Rating, at: string) => Rating,
    ) => {
      const at = new Date().toISOString();
      onAct?.(assessor);
      const ended = change && paintEarly?.(place, (rating) => change(rating, at), at);
      void attempt(() => commit({ key, params }, (draft) => recipe(draft, at))).then((written) =>
        ended?.(written !== undefined),
      );
    };
    return {
      answer: (dimension, value) =>
        act(
          'change.rating.answer',
          (draft, at) => answer(draft, place, dimension, value, at),
          (rating, at) => answered(rating, dimension, value, at),
        ),
      setNature: (nature) =>
        act(
          'change.rating.answer',
          (draft, at) => setNature(draft, place, nature, at),
          (rating, at) => withNature(rating, nature, at),
        ),
      remark: (remarks) => act('change.rating.remark', (draft, at) => remark(draft, place, remarks, at)),
      cite: (citation, cited) =>
        act('change.rating.cite', (draft, at) => cite(draft, place, citation, cited, at)),
    };
  };
}
