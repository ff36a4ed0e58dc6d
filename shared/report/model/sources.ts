import type { Disclosure } from '../../attribution/disclosure.ts';
import { dateText } from '../../i18n/dates.ts';
import type { Language, Translate } from '../../i18n/index.ts';
import type { Id } from '../../model/basics.ts';
import { activeCodings } from '../../model/coding.ts';
import type { IdOf } from '../../model/id.ts';
import type { WorkspaceState } from '../../model/tables.ts';
import type { SourceId } from '../document.ts';

/** Sources of a materiality summary that are no passages. */
export const RATINGS: SourceId = 'ratings';
export const EARLIER_RATINGS: SourceId = 'earlier-ratings';
export const INDICATORS: SourceId = 'indicators';

/** What was said on an issue, all passages together. */
export const saidOn = (issueId: IdOf<'issues'>): SourceId => `issue:${issueId}`;

/** One passage. */
export const saidAt = (passageId: IdOf<'passages'>): SourceId => `passage:${passageId}`;

/** Rows that sources of dialogues are read from. */
export type SourceTables = Pick<
  WorkspaceState,
  'dialogues' | 'participants' | 'turns' | 'passages' | 'codings' | 'advice'
>;

interface Told {
  readonly t: Translate;
  readonly language: Language;
  readonly disclosure: Disclosure;
}

/** Where each passage stands: the number of its turn, from 1. */
export function turnNumbers({
  turns,
  passages,
}: Pick<WorkspaceState, 'turns' | 'passages'>): ReadonlyMap<Id, number> {
  const orders = new Map(turns.map(({ id, order }) => [id, order + 1]));
  return new Map(passages.map(({ id, turnId }) => [id, orders.get(turnId) ?? 0]));
}

/** A dialogue as a source names it: its title and date; what is off the record is never one. */
export function dialogueName(
  { dialogues }: Pick<WorkspaceState, 'dialogues'>,
  dialogueId: IdOf<'dialogues'>,
  { t, language, disclosure }: Told,
): string {
  const date = dialogues.find(({ id }) => id === dialogueId)?.date ?? null;
  const title = disclosure.title(dialogueId) ?? '';
  return t('report.source.dialogue', {
    title,
    date: date ? dateText(date, language) : '',
    dated: date ? 'yes' : 'no',
  });
}

/**
 * For each issue, the passages of some dialogues that were coded to it or stand behind advice on it, as one source.
 * @param external only those that people from outside said
 * @param about the dialogue that is told of: it is not named again
 */
export function issueSources(
  state: SourceTables,
  dialogueIds: readonly IdOf<'dialogues'>[],
  told: Told,
  { external, about = null }: { readonly external: boolean; readonly about?: IdOf<'dialogues'> | null },
): Map<SourceId, string> {
  const numbers = turnNumbers(state);
  const speakers = new Map(state.participants.map((one) => [one.id, one]));
  const turns = new Map(state.turns.map((one) => [one.id, one]));
  const inScope = new Set<Id>(
    state.passages
      .filter(({ dialogueId, turnId, id }) => {
        const speaker = speakers.get(turns.get(turnId)?.participantId ?? '');
        return (
          dialogueIds.includes(dialogueId) &&
          (!external || (speaker?.external ?? false)) &&
          told.disclosure.policyOf(id) !== 'off-record'
        );
      })
      .map(({ id }) => id),
  );
  const byIssue = new Map<Id, Set<Id>>();
  const note = (issueId: Id, passageId: Id) => {
    if (inScope.has(passageId)) byIssue.set(issueId, (byIssue.get(issueId) ?? new Set()).add(passageId));
  };
  for (const { issueId, passageId } of activeCodings(state.codings)) note(issueId, passageId);
  for (const { issueIds, passageIds } of state.advice)
    for (const issueId of issueIds) for (const passageId of passageIds) note(issueId, passageId);
  const dialogueOf = new Map(state.passages.map(({ id, dialogueId }) => [id, dialogueId]));
  return new Map(
    [...byIssue].map(([issueId, passageIds]) => {
      const parts = dialogueIds.flatMap((dialogueId) => {
        const own = [...passageIds].filter((id) => dialogueOf.get(id) === dialogueId);
        if (own.length === 0) return [];
        const at = [...new Set(own.map((id) => numbers.get(id) ?? 0))].sort((a, b) => a - b);
        return [
          told.t('report.source.passages', {
            own: dialogueId === about ? 'yes' : 'no',
            dialogue: dialogueName(state, dialogueId, told),
            count: own.length,
            turns: at.join(told.t('report.list.separator')),
            one: at.length === 1 ? 'yes' : 'no',
          }),
        ];
      });
      return [saidOn(issueId), parts.join(told.t('report.source.separator'))];
    }),
  );
}

/**
 * A passage as a source: its turn, and who said it as far as that may be told; with its dialogue and the date where
 * that is not the one that is told of.
 */
export function passageSource(
  state: SourceTables,
  passageId: IdOf<'passages'>,
  source: string,
  about: IdOf<'dialogues'>,
  told: Told,
): string {
  const passage = told.disclosure.passage(passageId);
  if (!passage) return '';
  const turn = told.t('report.source.turn', { turn: turnNumbers(state).get(passageId) ?? 0, source });
  return passage.dialogueId === about
    ? turn
    : told.t('report.source.passage', { dialogue: dialogueName(state, passage.dialogueId, told), turn });
}
