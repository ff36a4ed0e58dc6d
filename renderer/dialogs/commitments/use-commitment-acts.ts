import {
  addCommitment,
  type CommitmentDetails,
  type NewCommitment,
  removeCommitment,
  setCommitmentStatus,
  updateCommitment,
} from '#shared/edit/commitment.ts';
import { addEntry, type NewEntry, removeEntry } from '#shared/edit/entry.ts';
import type { Commitment, CommitmentStatus } from '#shared/model/commitment.ts';
import type { IdOf } from '#shared/model/id.ts';
import { actor, commit, undo } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyUndo } from '../../ui/notify-undo.tsx';
import { shortened } from '../../ui/shortened.ts';

const author = () => ({ by: actor(), at: new Date().toISOString() });

export interface CommitmentActs {
  /** @param stored called when it is on disk */
  readonly add: (madeIn: Commitment['madeIn'], fields: NewCommitment, stored: () => void) => void;
  readonly edit: (commitment: Commitment, details: CommitmentDetails) => void;
  /** @param stored called when it is on disk */
  readonly setStatus: (
    commitment: Commitment,
    status: CommitmentStatus,
    why?: string,
    stored?: () => void,
  ) => void;
  readonly remove: (commitment: Commitment) => void;
  /** @param stored called when it is on disk */
  readonly note: (commitment: Commitment, entry: NewEntry, stored: () => void) => void;
  readonly removeEntry: (entryId: IdOf<'entries'>) => void;
}

/** What is done with commitments, wherever they are shown: each one step of undo. */
export function useCommitmentActs(): CommitmentActs {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const offerUndo = (message: string) =>
    notifyUndo({ message, undoLabel: t('common.undo'), undo: () => attempt(undo) });
  return {
    add: (madeIn, fields, stored) =>
      void attempt(async () => {
        await commit({ key: 'change.commitment.add' }, (draft) =>
          addCommitment(draft, madeIn, fields, author()),
        );
        stored();
      }),
    edit: ({ id, text }, details) =>
      void attempt(() =>
        commit({ key: 'change.commitment.edit', params: { text: shortened(text) } }, (draft) =>
          updateCommitment(draft, id, details),
        ),
      ),
    setStatus: ({ id, text }, status, why, stored) =>
      void attempt(async () => {
        await commit(
          {
            key: 'change.commitment.status',
            params: { text: shortened(text), status: status.replace('-', '') },
          },
          (draft) => setCommitmentStatus(draft, id, status, why),
        );
        stored?.();
      }),
    remove: ({ id }) =>
      void attempt(async () => {
        await commit({ key: 'change.commitment.remove' }, (draft) => removeCommitment(draft, id));
        offerUndo(t('commitment.removed'));
      }),
    note: ({ id }, entry, stored) =>
      void attempt(async () => {
        await commit({ key: 'change.entry.add' }, (draft) =>
          addEntry(draft, { to: 'commitment', id }, entry, author()),
        );
        stored();
      }),
    removeEntry: (id) =>
      void attempt(async () => {
        await commit({ key: 'change.entry.remove' }, (draft) => removeEntry(draft, id));
        offerUndo(t('entry.removed'));
      }),
  };
}
