import type { Translate } from '../i18n/index.ts';
import type { Id } from '../model/basics.ts';
import type { LoggedChange, Thresholds } from '../model/round.ts';

/** How a log names whom and what it speaks of: by name on the screen, by capacity where it leaves the office. */
export interface LogNaming {
  readonly t: Translate;
  readonly assessor: (id: Id) => string;
  readonly issue: (id: Id) => string;
}

/** What was changed, without when, by whom and why. */
export function loggedText(change: LoggedChange, { t, assessor, issue }: LogNaming): string {
  switch (change.kind) {
    case 'thresholds':
      return t('log.thresholds', {
        changes: thresholdsBetween(change.from, change.to)
          .map((field) =>
            t('log.threshold', {
              name: t(`round.threshold.${field}`),
              from: change.from[field],
              to: change.to[field],
            }),
          )
          .join(t('chart.separator')),
      });
    case 'level':
      return t('log.level', { dimension: t(`dimension.${change.dimension}`), level: change.level });
    case 'issue-added':
    case 'issue-removed':
      return t(`log.${change.kind}`, { issue: issue(change.issueId) });
    case 'issue-merged':
    case 'issue-split':
      return t(`log.${change.kind}`, { issue: issue(change.issueId), other: issue(change.otherId) });
    case 'capacity':
      return t('log.capacity', {
        who: assessor(change.assessorId),
        from: t(`voice.${change.from}`),
        to: t(`voice.${change.to}`),
      });
    case 'recused':
    case 'recusal-lifted':
      return t(`log.${change.kind}`, { who: assessor(change.assessorId), issue: issue(change.issueId) });
    default:
      return t(`log.${change.kind}`, { who: assessor(change.assessorId) });
  }
}

function thresholdsBetween(from: Thresholds, to: Thresholds): (keyof Thresholds)[] {
  return (Object.keys(to) as (keyof Thresholds)[]).filter((field) => from[field] !== to[field]);
}
