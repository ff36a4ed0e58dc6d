import { useMemo } from 'react';
import {
  type Coder,
  type CodersAgreement,
  codersAgreement,
  codersOf,
  type Pair,
  sharedDialogues,
} from '#shared/coding/agreement.ts';
import { type Comparison, compareCoders } from '#shared/coding/differences.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Dialogue, Participant } from '#shared/model/dialogue.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Turn } from '#shared/model/turn.ts';
import { actor, useRows } from '../../store/index.ts';
import { named } from '../../store/quotes.ts';
import { useSpeech } from '../../ui/i18n.tsx';

/** Whom a person chose to compare; null = as the app proposes. */
export interface Chosen {
  readonly a: string | null;
  readonly b: string | null;
  readonly dialogueIds: readonly IdOf<'dialogues'>[] | null;
}

export interface ComparedCoders {
  readonly coders: readonly Coder[];
  /** Null while there are not two coders. */
  readonly pair: Pair | null;
  readonly dialogues: readonly Dialogue[];
  readonly issues: ReadonlyMap<Id, Issue>;
  readonly agreement: CodersAgreement | null;
  readonly comparisons: readonly Comparison[];
  readonly turns: ReadonlyMap<Id, Turn>;
  readonly participants: ReadonlyMap<Id, Participant>;
}

const NOTHING = { turns: [], passages: [], participants: [] };

/** Live: two coders side by side; undefined while it is read. */
export function useComparison(chosen: Chosen): ComparedCoders | undefined {
  const { language } = useSpeech();
  const base = useRows(
    async (db) => ({
      // All of them, what was rejected too: here is where it is looked at.
      codings: await db.codings.toArray(),
      issues: await db.issues.toArray(),
      dialogues: (await db.dialogues.toArray()).sort(
        (one, other) => (other.date ?? '').localeCompare(one.date ?? '') || (one.id < other.id ? -1 : 1),
      ),
    }),
    [],
  );
  const coders = useMemo(() => (base ? codersOf(base.codings) : []), [base]);
  const pair = useMemo(() => {
    if (!base) return null;
    const names = coders.map(({ name }) => name);
    const known = (name: string | null) => (name !== null && names.includes(name) ? name : null);
    const b = known(chosen.b);
    const a = known(chosen.a) ?? [actor(), ...names].find((name) => names.includes(name) && name !== b);
    const other = b ?? names.find((name) => name !== a);
    if (a === undefined || other === undefined || a === other) return null;
    const proposed = new Set(sharedDialogues(base.codings, { a, b: other }));
    const picked = chosen.dialogueIds ? new Set(chosen.dialogueIds) : proposed;
    return { a, b: other, dialogueIds: base.dialogues.map(({ id }) => id).filter((id) => picked.has(id)) };
  }, [base, coders, chosen]);

  const scope = pair?.dialogueIds ?? [];
  const text = useRows(
    async (db) => ({
      turns: await db.turns.where('dialogueId').anyOf(scope).toArray(),
      passages: await db.passages.where('dialogueId').anyOf(scope).toArray(),
      participants: await named(
        db,
        await db.participants.where('dialogueId').anyOf(scope).toArray(),
        language,
      ),
    }),
    [scope.join(), language],
  );

  return useMemo(() => {
    if (!base) return undefined;
    const { turns, passages, participants } = text ?? NOTHING;
    const state = { turns, passages, codings: base.codings, issues: base.issues };
    return {
      coders,
      pair,
      dialogues: base.dialogues,
      issues: byId(base.issues),
      agreement: pair ? codersAgreement(state, pair) : null,
      comparisons: pair ? compareCoders(state, pair) : [],
      turns: byId(turns),
      participants: byId(participants),
    };
  }, [base, text, coders, pair]);
}

function byId<R extends { readonly id: Id }>(rows: readonly R[]): Map<Id, R> {
  return new Map(rows.map((row) => [row.id, row]));
}
