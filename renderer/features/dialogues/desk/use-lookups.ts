import { useCallback, useMemo } from 'react';
import type { Id } from '#shared/model/basics.ts';
import type { Participant } from '#shared/model/dialogue.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Turn } from '#shared/model/turn.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import type { DeskText } from './state.ts';
import type { DeskRows } from './use-desk-rows.ts';

/** The rows of the dialogue as they are looked up; each stays the same object while its rows do. */
export interface Lookups {
  readonly text: DeskText;
  readonly participantOf: ReadonlyMap<Id, Participant>;
  readonly issueOf: ReadonlyMap<Id, Issue>;
  /** The issues by category and in their order there. */
  readonly ordered: readonly Issue[];
  readonly speakerOf: (turn: Turn) => string;
}

export function useLookups({ dialogue, turns, participants, issues }: DeskRows): Lookups {
  const { t } = useSpeech();
  const { language } = dialogue;
  const text = useMemo<DeskText>(
    () => ({ turns, indexOf: new Map(turns.map(({ id }, index) => [id, index])), language }),
    [turns, language],
  );
  const participantOf = useMemo(() => new Map(participants.map((one) => [one.id, one])), [participants]);
  const issueOf = useMemo(() => new Map(issues.map((one) => [one.id, one])), [issues]);
  const ordered = useMemo(
    () => [...issues].sort((a, b) => a.category.localeCompare(b.category) || a.order - b.order),
    [issues],
  );
  const speakerOf = useCallback(
    (turn: Turn) =>
      turn.kind === 'narration'
        ? t('desk.narration')
        : ((turn.participantId ? participantOf.get(turn.participantId)?.name : undefined) ??
          t('common.unknownSpeaker')),
    [participantOf, t],
  );
  return { text, participantOf, issueOf, ordered, speakerOf };
}
