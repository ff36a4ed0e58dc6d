import type { LoggedGroup } from '../../assessment/round-log.ts';
import { loggedText } from '../../assessment/round-log-words.ts';
import { dateText, dayOf } from '../../i18n/dates.ts';
import type { LoggedChange, LoggedKind } from '../../model/round.ts';
import { type MaterialitySummary, namesOf } from '../model/materiality.ts';
import { listed, type SectionContext } from '../section.ts';

// What the round's own log shows, each part at the point of the method note that it belongs to.

/** What was changed of a group after rating began, one sentence each; or that nothing was, where the log shows it. */
export function changesOf(
  group: LoggedGroup,
  kinds: readonly LoggedKind[],
  summary: MaterialitySummary,
  { t }: SectionContext,
): string[] {
  const { unchanged, changes } = summary.method.log;
  if (unchanged[group]) return [t(`report.method.unchanged.${group}`)];
  return changes
    .filter(({ kind, stage }) => kinds.includes(kind) && stage !== 'open')
    .map((change) => entry(change, summary, { t }));
}

/** Why the log says nothing of what it lacks. */
export function unrecorded({ method: { log } }: MaterialitySummary, { t }: SectionContext): string {
  return log.kept === 'partly' ? t('report.method.log.partly') : '';
}

/** Who is left out of every figure, and who does not rate an issue because of an interest of their own. */
export function leftOut(summary: MaterialitySummary, { t }: SectionContext): string[] {
  const { withdrawn, recused } = summary.method.log;
  return [
    withdrawn.length > 0
      ? t('report.method.withdrawn', {
          count: withdrawn.length,
          voices: listed(
            t,
            withdrawn.map(({ voice }) => t(`voice.${voice}`)),
          ),
        })
      : '',
    ...recused.map(({ issueId, voice, why }) =>
      t('report.method.recused', {
        issue: namesOf(summary, [issueId])[0] ?? '–',
        voice: t(`voice.${voice}`),
        why: why || t('report.notStated'),
      }),
    ),
  ];
}

function entry(change: LoggedChange, summary: MaterialitySummary, { t }: Pick<SectionContext, 't'>): string {
  const { voices } = summary.method.log;
  const what = loggedText(change, {
    t,
    issue: (id) => namesOf(summary, [id])[0] ?? '–',
    assessor: (id) => {
      const voice = voices.get(id);
      return voice && change.kind !== 'capacity' ? t(`voice.${voice}`) : t('log.anAssessor');
    },
  });
  return t('report.method.log.entry', {
    on: dateText(dayOf(change.at), summary.language),
    by: change.by || t('report.nobodyNamed'),
    what,
    reason: change.why === '' ? 'no' : 'yes',
    why: change.why,
  });
}
