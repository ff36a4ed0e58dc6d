import type { Disclosure } from '../../attribution/disclosure.ts';
import type { Advice } from '../../model/advice.ts';
import type { Dialogue, Participant } from '../../model/dialogue.ts';
import type { IdOf } from '../../model/id.ts';
import type { WorkspaceState } from '../../model/tables.ts';
import type { Omission, OmissionReason } from '../document.ts';

/** What is left out or held back, counted by reason, so that whoever hands the report on knows. */
export function omissionsOf(
  state: Pick<WorkspaceState, 'advice'>,
  dialogue: Dialogue,
  participants: readonly Participant[],
  disclosure: Disclosure,
): Omission[] {
  const advice = state.advice.filter((one) => one.dialogueId === dialogue.id);
  const isClosed = (passageId: IdOf<'passages'>) => disclosure.policyOf(passageId) === 'off-record';
  if (dialogue.attribution === 'off-record') {
    return [{ reason: 'off-record-dialogue', count: advice.length }];
  }
  const counts: [OmissionReason, number][] = [
    ['off-record-advice', advice.filter((one) => one.passageIds.every(isClosed)).length],
    ['off-record-quote', new Set(advice.flatMap((one) => one.passageIds.filter(isClosed))).size],
    [
      'off-record-restatement',
      advice.filter(
        (one) => one.restatement !== '' && one.passageIds.some(isClosed) && !one.passageIds.every(isClosed),
      ).length,
    ],
    ['withheld-name', disclosure.withheldNames],
    ['names-not-listed', dialogue.attribution === 'named' ? 0 : participants.length],
    ['traceable', traceable(dialogue, participants, advice, disclosure)],
  ];
  return counts.flatMap(([reason, count]) => (count > 0 ? [{ reason, count }] : []));
}

/**
 * Quotes whose policy is stricter than their dialogue's and whose speaker the list of participants gives away all the
 * same: nobody else listed there has that organisation, or that role.
 */
function traceable(
  dialogue: Dialogue,
  participants: readonly Participant[],
  advice: readonly Advice[],
  disclosure: Disclosure,
): number {
  let count = 0;
  for (const passageId of new Set(advice.flatMap((one) => one.passageIds))) {
    const passage = disclosure.passage(passageId);
    const speaker = passage && disclosure.speakerOf(passage);
    const policy = disclosure.policyOf(passageId);
    if (!speaker || policy === dialogue.attribution) continue;
    const alike =
      policy === 'affiliation'
        ? participants.filter((one) => one.organisation === speaker.organisation)
        : policy === 'role'
          ? participants.filter((one) => one.kind === speaker.kind && one.external === speaker.external)
          : [];
    if (alike.length === 1) count++;
  }
  return count;
}
