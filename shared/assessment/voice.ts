import type { Id } from '../model/basics.ts';
import { activeCodings } from '../model/coding.ts';
import type { Voice } from '../model/dialogue.ts';
import type { IdOf } from '../model/id.ts';
import type { WorkspaceState } from '../model/tables.ts';

/** How an issue was spoken of by people from outside. Evidence beside severity, never multiplied into it. */
export interface StakeholderVoice {
  /** Distinct external people who raised the issue. */
  readonly raised: number;
  /** Distinct external people heard in the round's dialogues. */
  readonly heard: number;
  /** `raised / heard`; null when nobody was heard. */
  readonly share: number | null;
  /** External passages coded to the issue or taken as advice on it. */
  readonly passages: number;
  /** External advice on the issue. */
  readonly advice: number;
  readonly urge: number;
  readonly caution: number;
}

/** Who was heard, by capacity (UNGP 18: an assessment that heard experts but no rightsholder must say so). */
export interface Hearing {
  readonly heard: number;
  readonly byVoice: Readonly<Record<Voice, number>>;
  /** External people were heard, but nobody affected. */
  readonly noRightsholder: boolean;
}

export interface VoiceCounts {
  readonly hearing: Hearing;
  of(issueId: IdOf<'issues'>): StakeholderVoice;
}

type VoiceTables = Pick<WorkspaceState, 'participants' | 'turns' | 'passages' | 'codings' | 'advice'>;

/**
 * Counts the stakeholders' voice in the dialogues of a round. A person is the same across dialogues where the office
 * linked them to one Person; the company's own words never count, nor do words whose speaker is unknown.
 */
export function countVoices(state: VoiceTables, dialogueIds: readonly IdOf<'dialogues'>[]): VoiceCounts {
  const inScope = new Set(dialogueIds);
  const participants = new Map(
    state.participants.filter((one) => inScope.has(one.dialogueId)).map((one) => [one.id, one]),
  );
  const heard = new Map<Id, Voice>();
  const speakerOfTurn = new Map<Id, Id>();
  for (const turn of state.turns) {
    const participant = turn.participantId === null ? undefined : participants.get(turn.participantId);
    if (!participant?.external) continue;
    const person = participant.personId ?? participant.id;
    heard.set(person, participant.voice);
    speakerOfTurn.set(turn.id, person);
  }
  const speakerOfPassage = new Map<Id, Id>();
  for (const passage of state.passages) {
    const person = speakerOfTurn.get(passage.turnId);
    if (person !== undefined) speakerOfPassage.set(passage.id, person);
  }

  const raised = new Map<
    Id,
    { people: Set<Id>; passages: Set<Id>; advice: number; urge: number; caution: number }
  >();
  const entry = (issueId: IdOf<'issues'>) => {
    let found = raised.get(issueId);
    if (!found) {
      found = { people: new Set(), passages: new Set(), advice: 0, urge: 0, caution: 0 };
      raised.set(issueId, found);
    }
    return found;
  };
  for (const coding of activeCodings(state.codings)) {
    const person = speakerOfPassage.get(coding.passageId);
    if (person === undefined) continue;
    const of = entry(coding.issueId);
    of.people.add(person);
    of.passages.add(coding.passageId);
  }
  for (const advice of state.advice) {
    const external = advice.passageIds.filter((id) => speakerOfPassage.has(id));
    if (external.length === 0) continue;
    for (const issueId of new Set(advice.issueIds)) {
      const of = entry(issueId);
      of.advice++;
      if (advice.kind === 'urge') of.urge++;
      if (advice.kind === 'caution') of.caution++;
      for (const passageId of external) {
        of.passages.add(passageId);
        const person = speakerOfPassage.get(passageId);
        if (person !== undefined) of.people.add(person);
      }
    }
  }

  const byVoice: Record<Voice, number> = { rightsholder: 0, representative: 0, expert: 0, company: 0 };
  for (const voice of heard.values()) byVoice[voice]++;
  return {
    hearing: { heard: heard.size, byVoice, noRightsholder: heard.size > 0 && byVoice.rightsholder === 0 },
    of: (issueId) => {
      const of = raised.get(issueId);
      const count = of?.people.size ?? 0;
      return {
        raised: count,
        heard: heard.size,
        share: heard.size === 0 ? null : count / heard.size,
        passages: of?.passages.size ?? 0,
        advice: of?.advice ?? 0,
        urge: of?.urge ?? 0,
        caution: of?.caution ?? 0,
      };
    },
  };
}
