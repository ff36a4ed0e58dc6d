import type { MaterialitySummary } from '../model/materiality.ts';
import type { SectionWriter } from '../section.ts';
import { severityText } from './figures.ts';
import { askedBy } from './impacts.ts';

/** Severe impacts that are not monitored, with what was decided of them (UNGP RF B4). */
export const beyond: SectionWriter<MaterialitySummary> = ({ issues, impacts: { beyond: own } }, { t }) => {
  if (own.length === 0) return null;
  const severity = new Map(issues.map((one) => [one.issueId, severityText(one)]));
  return {
    id: 'beyond',
    title: t('report.beyond'),
    blocks: [
      askedBy(t, 'report.beyond.askedBy'),
      {
        kind: 'table',
        caption: t('report.beyond.caption'),
        columns: [
          { head: t('report.issue'), share: 30 },
          { head: t('report.severity'), share: 10, align: 'center' },
          { head: t('report.level'), share: 18 },
          { head: t('report.why'), share: 42 },
        ],
        rows: own.map(({ issueId, name, level, why }) => [
          [{ text: name, strong: true as const }],
          severity.get(issueId) ?? '–',
          level ? t(`level.${level}`) : t('report.changes.noDecision'),
          why === '' ? '–' : { lines: why.split(/\n+/) },
        ]),
        whole: true,
      },
    ],
  };
};
