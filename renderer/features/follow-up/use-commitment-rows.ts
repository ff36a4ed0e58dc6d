import type { Advice } from '#shared/model/advice.ts';
import type { Id, LocalText } from '#shared/model/basics.ts';
import { COMMITMENT_STATUSES, isOpen } from '#shared/model/commitment.ts';
import type { Dialogue } from '#shared/model/dialogue.ts';
import { type Followed, followed } from '../../dialogs/commitments/use-commitments.ts';
import { type ReadDb, useRows } from '../../store/index.ts';
import type { ColumnSort } from '../../ui/column-sort.ts';
import { useSpeech } from '../../ui/i18n.tsx';

/** A commitment with where it was made and what it bears on. */
export interface CommitmentRow extends Followed {
  readonly dialogue: { readonly id: Id; readonly title: string } | null;
  /** In the words of the advice it answers; empty = made in the dialogue itself. */
  readonly advice: { readonly id: Id; readonly text: string } | null;
  readonly themes: readonly { readonly id: Id; readonly name: LocalText }[];
  readonly told: boolean;
}

/** What the list is narrowed to; null = anything. */
export interface CommitmentFilter {
  readonly dialogue: Id | null;
  readonly theme: Id | null;
  /** Empty = nobody. */
  readonly owner: string | null;
  readonly status: string | null;
}

export const COLUMNS = ['text', 'owner', 'due', 'status', 'told', 'dialogue', 'theme'] as const;
export type CommitmentColumn = (typeof COLUMNS)[number];

/** Live: every commitment; undefined while they are read. */
export function useCommitmentRows(): readonly CommitmentRow[] | undefined {
  const { language } = useSpeech();
  return useRows((db) => readRows(db, language), [language]);
}

async function readRows(db: ReadDb, language: string): Promise<CommitmentRow[]> {
  const [commitments, dialogues, themes] = await Promise.all([
    db.commitments.toArray(),
    db.dialogues.toArray(),
    db.themes.toArray(),
  ]);
  const ids = commitments.flatMap(({ madeIn }) => (madeIn.to === 'advice' ? [madeIn.id] : []));
  const advice = new Map<Id, Advice>(
    (await db.advice.bulkGet(ids)).flatMap((one) => (one ? [[one.id, one] as const] : [])),
  );
  const dialogueOf = new Map<Id, Dialogue>(dialogues.map((one) => [one.id, one]));
  return (await followed(db, commitments, language)).map((one): CommitmentRow => {
    const { madeIn } = one.commitment;
    const answers = madeIn.to === 'advice' ? advice.get(madeIn.id) : undefined;
    return {
      ...one,
      dialogue: dialogueOf.get(answers?.dialogueId ?? madeIn.id) ?? null,
      advice: answers ? { id: answers.id, text: answers.restatement } : null,
      themes: themes.filter(({ issueIds }) => answers?.issueIds.some((id) => issueIds.includes(id))),
      told: one.happened.some(({ entry }) => entry.kind === 'told'),
    };
  });
}

export function passes(row: CommitmentRow, filter: CommitmentFilter): boolean {
  const { commitment, dialogue, themes } = row;
  if (filter.dialogue !== null && dialogue?.id !== filter.dialogue) return false;
  if (filter.theme !== null && !themes.some(({ id }) => id === filter.theme)) return false;
  if (filter.owner !== null && commitment.owner.trim() !== filter.owner) return false;
  if (filter.status === 'open') return isOpen(commitment);
  if (filter.status === 'overdue') return row.due === 'overdue';
  return filter.status === null || commitment.status === filter.status;
}

/** Rows by a column; what is empty stands last either way. */
export function sorted(
  rows: readonly CommitmentRow[],
  sort: ColumnSort<CommitmentColumn>,
  { language, local }: { readonly language: string; readonly local: (text: LocalText) => string },
): readonly CommitmentRow[] {
  if (!sort) return rows;
  const { compare } = new Intl.Collator(language, { numeric: true });
  const keyOf = ({ commitment, dialogue, themes, told }: CommitmentRow): string => {
    switch (sort.column) {
      case 'status':
        return String(COMMITMENT_STATUSES.indexOf(commitment.status));
      case 'told':
        return told ? '1' : '0';
      case 'dialogue':
        return dialogue?.title ?? '';
      case 'theme':
        return themes[0] ? local(themes[0].name) : '';
      case 'due':
        return commitment.due ?? '';
      default:
        return commitment[sort.column].trim();
    }
  };
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => {
      if (a.key === '' || b.key === '') return Number(a.key === '') - Number(b.key === '');
      return sort.down ? compare(b.key, a.key) : compare(a.key, b.key);
    })
    .map(({ row }) => row);
}
