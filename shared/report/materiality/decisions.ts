import type { Translate } from '../../i18n/index.ts';
import type { Block } from '../document.ts';
import type { DecisionLine, IssueLine, MaterialitySummary } from '../model/materiality.ts';
import { facts, listed, paragraphs, type SectionWriter } from '../section.ts';
import { rankText, severityText } from './figures.ts';

/** What is monitored in the coming fiscal year and why, theme by theme and issue by issue. */
export const decisions: SectionWriter<MaterialitySummary> = (summary, { t }) => {
  const title = t('report.decisions', {
    fiscalYear: summary.decisions[0]?.fiscalYear ?? summary.nextFiscalYear,
  });
  if (summary.decisions.length === 0) {
    return { id: 'decisions', title, blocks: [{ kind: 'paragraph', text: t('report.decisions.none') }] };
  }
  const told = summary.decisions.filter((one) => one.level !== 'none');
  const blocks: Block[] = [
    {
      kind: 'table',
      caption: t('report.decisions.caption'),
      columns: [
        { head: t('report.subject'), share: 40 },
        { head: t('report.kind'), share: 12 },
        { head: t('report.level'), share: 20 },
        { head: t('report.owner'), share: 16 },
        { head: t('report.review'), share: 12 },
      ],
      rows: summary.decisions.map((one) => [
        [{ text: one.name, strong: true as const }],
        t(`report.subject.${one.kind}`),
        t(`level.${one.level}`),
        one.owner || '–',
        one.reviewDate || '–',
      ]),
    },
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

function decisionBlocks(one: DecisionLine, t: Translate): Block[] {
  return [
    { kind: 'heading', level: 2, text: one.name },
    ...(one.why ? paragraphs(one.why) : [{ kind: 'paragraph' as const, text: t('report.why.none') }]),
    {
      kind: 'facts',
      facts: facts([
        [t('report.level'), t(`level.${one.level}`)],
        [
          t('report.suggested'),
          one.suggested === null
            ? ''
            : one.suggested === one.level
              ? t('report.suggested.same')
              : t('report.suggested.other', { level: t(`level.${one.suggested}`) }),
        ],
        [t('report.indicators'), listed(t, one.indicators)],
        [t('report.owner'), one.owner],
        [t('report.review'), one.reviewDate],
      ]),
    },
    ...(one.issues.length > 0
      ? [{ kind: 'list' as const, items: one.issues.map((issue) => basis(issue, one.kind, t)) }]
      : []),
  ];
}

/** What an issue's decision rests on, in one line. */
function basis(issue: IssueLine, kind: DecisionLine['kind'], t: Translate) {
  const { raised, heard, urge, caution } = issue.voice;
  return [
    ...(kind === 'theme' ? [{ text: issue.name, strong: true as const }, t('report.colon')] : []),
    issue.rank === null
      ? t('report.unrated')
      : t('report.basis.rank', {
          rank: rankText(issue, t),
          severity: severityText(issue),
          tier: issue.tier ?? '–',
        }),
    t('report.sentence.gap'),
    heard === 0
      ? t('report.basis.nobody')
      : t('report.basis.voice', { raised, heard, pressing: urge + caution }),
  ];
}
