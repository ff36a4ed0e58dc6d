import type { Translate } from '../../i18n/index.ts';
import type { Block } from '../document.ts';
import type { AdviceGroup, AdviceItem, DialogueSummary } from '../model/dialogue.ts';
import { facts, listed, type SectionWriter } from '../section.ts';

/** Advice by issue, each with its words, who said them and what the company answered. */
export const advice: SectionWriter<DialogueSummary> = (summary, { t }) => {
  if (summary.policy === 'off-record') return null;
  if (summary.advice.length === 0) {
    return {
      id: 'advice',
      title: t('report.adviceByIssue'),
      blocks: [{ kind: 'paragraph', text: t('report.advice.none') }],
    };
  }
  return {
    id: 'advice',
    title: t('report.adviceByIssue'),
    blocks: summary.groups.flatMap((group) => groupBlocks(group, t)),
  };
};

function groupBlocks(group: AdviceGroup, t: Translate): Block[] {
  return [
    { kind: 'heading', level: 2, text: group.name || t('report.advice.noIssue') },
    ...group.advice.flatMap((item) => itemBlocks(item, t)),
    ...(group.also.length > 0
      ? [
          {
            kind: 'paragraph' as const,
            manner: 'small' as const,
            text: t('report.advice.also', {
              numbers: listed(t, group.also.map(String)),
            }),
          },
        ]
      : []),
  ];
}

function itemBlocks(item: AdviceItem, t: Translate): Block[] {
  return [
    {
      kind: 'heading',
      level: 3,
      text: t('report.advice.title', { number: item.number, kind: t(`adviceKind.${item.kind}`) }),
    },
    ...(item.restatement
      ? [{ kind: 'paragraph' as const, text: item.restatement, before: true as const }]
      : []),
    ...item.quotes.map((quote) => ({ kind: 'quote' as const, ...quote })),
    {
      kind: 'facts',
      facts: facts([
        [t('report.addressee'), item.addressee],
        [t('report.response'), item.response || t('report.response.none')],
        [t('report.commitment'), item.commitment],
        [t('report.status'), t(`adviceStatus.${item.status}`)],
        [t('report.owner'), item.owner],
        [t('report.due'), item.due],
        [t('report.alsoIssues'), item.issueNames.length > 1 ? listed(t, item.issueNames.slice(1)) : ''],
      ]),
    },
  ];
}
