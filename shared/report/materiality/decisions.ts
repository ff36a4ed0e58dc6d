import type { Translate } from '../../i18n/index.ts';
import type { Block } from '../document.ts';
import type { DecisionLine, IssueLine, MaterialitySummary } from '../model/materiality.ts';
import { facts, listed, paragraphs, type SectionWriter, sentences } from '../section.ts';
import { severityText } from './figures.ts';
import { levelCell } from './followed.ts';

/** What is monitored in the coming fiscal year and why, theme by theme and issue by issue. */
export const decisions: SectionWriter<MaterialitySummary> = (summary, { t, brief }) => {
  const title = t('report.decisions', {
    fiscalYear: summary.decisions[0]?.fiscalYear ?? summary.nextFiscalYear,
  });
  if (summary.decisions.length === 0) return null;
  const told = summary.decisions.filter((one) => one.level !== 'none');
  if (brief) return { id: 'decisions', title, blocks: [table(summary.decisions, t, true)] };
  const blocks: Block[] = [
    table(summary.decisions, t, false),
    ...told.flatMap((one) => decisionBlocks(one, t)),
  ];
  const dropped = summary.decisions.filter((one) => one.level === 'none' && one.why !== '');
  if (dropped.length > 0) {
    blocks.push(
      { kind: 'heading', level: 2, text: t('level.none') },
      {
        kind: 'list',
        items: dropped.map((one) => [{ text: one.name, strong: true as const }, t('report.colon'), one.why]),
      },
    );
  }
  return { id: 'decisions', title, blocks };
};

/** @param reasons the reason stands in the table: nothing is said of each decision below it */
function table(decisions: readonly DecisionLine[], t: Translate, reasons: boolean): Block {
  return {
    kind: 'table',
    caption: t('report.decisions.caption'),
    columns: [
      { head: t('report.subject'), share: reasons ? 24 : 36 },
      ...(reasons ? [] : [{ head: t('report.kind'), share: 10 }]),
      { head: t('report.level'), share: reasons ? 12 : 18 },
      ...(reasons ? [{ head: t('report.why'), share: 46 }] : []),
      { head: t('report.owner'), share: reasons ? 14 : 21 },
      { head: t('report.review'), share: reasons ? 12 : 15 },
    ],
    rows: decisions.map((one) => [
      [{ text: one.name, strong: true as const }],
      ...(reasons ? [] : [t(`report.subject.${one.kind}`)]),
      levelCell(one, t),
      ...(reasons ? [{ lines: one.why ? one.why.split(/\n+/) : ['–'] }] : []),
      one.owner || '–',
      one.reviewDate || '–',
    ]),
  };
}

function decisionBlocks(one: DecisionLine, t: Translate): Block[] {
  const [alone] = one.issues;
  return [
    { kind: 'heading', level: 2, text: one.name },
    ...paragraphs(one.why),
    {
      kind: 'facts',
      facts: facts([
        // Level, owner and review stand in the table.
        [
          t('report.suggested'),
          one.suggested === null || one.suggested === one.level
            ? ''
            : t('report.suggested.other', { level: t(`level.${one.suggested}`) }),
        ],
        [t('report.rule'), one.rule],
        [t('report.dissent'), one.dissent],
        [t('report.indicators'), listed(t, one.indicators)],
        [t('report.basis'), one.kind === 'issue' && alone ? basis(alone, t) : ''],
      ]),
    },
    ...(one.kind === 'theme' && one.issues.length > 0
      ? [
          {
            kind: 'list' as const,
            items: one.issues.map((issue) => [
              { text: issue.name, strong: true as const },
              t('report.colon'),
              basis(issue, t),
            ]),
          },
        ]
      : []),
  ];
}

/** What an issue's decision rests on, in one line. */
function basis(issue: IssueLine, t: Translate): string {
  const { raised, heard, urge, caution } = issue.voice;
  return sentences(t, [
    issue.rank === null
      ? t('report.basis.unrated')
      : t('report.basis.rank', {
          rank: issue.rank,
          tied: issue.tied ? 'yes' : 'no',
          severity: severityText(issue),
          tier: issue.tier ?? '–',
        }),
    heard === 0
      ? t('report.basis.nobody')
      : t('report.basis.voice', { raised, heard, pressing: urge + caution }),
  ]);
}
