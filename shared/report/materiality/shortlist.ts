import { DECISION_LEVELS, type DecisionLevel } from '../../model/decision.ts';
import type { Cell } from '../document.ts';
import type { IssueLine, MaterialitySummary } from '../model/materiality.ts';
import { RATINGS } from '../model/sources.ts';
import { cites, type SectionWriter } from '../section.ts';
import { likelihoodText, rankText, severityText } from './figures.ts';

/** All issues with their figures and what was decided, a line each. */
export const shortlist: SectionWriter<MaterialitySummary> = (summary, { t }) => {
  if (summary.issues.length === 0) return null;
  return {
    id: 'shortlist',
    title: t('report.shortlist'),
    blocks: [
      {
        kind: 'table',
        caption: t('report.shortlist.caption', { fiscalYear: summary.fiscalYear }),
        cites: cites(RATINGS),
        columns: [
          { head: t('report.order'), share: 6, align: 'center' },
          { head: t('report.issue'), share: 46 },
          { head: t('report.severity'), share: 9, align: 'center' },
          { head: t('report.likelihood'), share: 10, align: 'center' },
          { head: t('report.tier'), share: 6, align: 'center' },
          { head: t('report.level'), share: 22 },
        ],
        rows: summary.issues.map((one): Cell[] => [
          rankText(one, t),
          one.name,
          severityText(one),
          likelihoodText(one, t),
          one.tier === null ? '–' : String(one.tier),
          levelOf(one, summary) === null ? '–' : t(`level.${levelOf(one, summary) ?? 'none'}`),
        ]),
        note: t('report.shortlist.note'),
      },
    ],
  };
};

/** What was decided on an issue: by itself, or else by its themes the one that asks for most attention. */
function levelOf(issue: IssueLine, { decisions }: MaterialitySummary): DecisionLevel | null {
  const own = decisions.filter(({ issues }) => issues.some(({ issueId }) => issueId === issue.issueId));
  const alone = own.find(({ kind }) => kind === 'issue');
  if (alone) return alone.level;
  return DECISION_LEVELS.find((level) => own.some((one) => one.level === level)) ?? null;
}
