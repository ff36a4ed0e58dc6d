import {
  type Answer,
  answer,
  type Citation,
  cite,
  type RatingRemarks,
  remark,
  setNature,
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

export function useRatingActs(round: Round): RatingActs {
  const { local } = useSpeech();
  const attempt = useAttempt();
  const now = () => new Date().toISOString();
  return (issue, assessor) => {
    const place = { roundId: round.id, issueId: issue.id, assessorId: assessor.id };
    const params = { issue: local(issue.name), assessor: assessor.name };
    return {
      answer: (dimension, value) =>
        void attempt(() =>
          commit({ key: 'change.rating.answer', params }, (draft) =>
            answer(draft, place, dimension, value, now()),
          ),
        ),
      setNature: (nature) =>
        void attempt(() =>
          commit({ key: 'change.rating.answer', params }, (draft) => setNature(draft, place, nature, now())),
        ),
      remark: (remarks) =>
        void attempt(() =>
          commit({ key: 'change.rating.remark', params }, (draft) => remark(draft, place, remarks, now())),
        ),
      cite: (citation, cited) =>
        void attempt(() =>
          commit({ key: 'change.rating.cite', params }, (draft) =>
            cite(draft, place, citation, cited, now()),
          ),
        ),
    };
  };
}
