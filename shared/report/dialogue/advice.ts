import type { Translate } from '../../i18n/index.ts';
import type { Block } from '../document.ts';
import type { DialogueSummary } from '../model/dialogue.ts';
import { saidAt } from '../model/sources.ts';
import type { AdviceGroup, AdviceItem } from '../model/told-advice.ts';
import { cites, facts, listed, type SectionWriter } from '../section.ts';
import { commitmentText } from './words.ts';

/** Advice by issue, each with its words, who said them and what the company answered. */
export const advice: SectionWriter<DialogueSummary> = (summary, { t }) => {
  if (summary.advice.length === 0) return null;
  const unanswered = summary.advice.filter(({ response }) => response === '').map(({ number }) => number);
  return {
    id: 'advice',
    title: t('report.adviceByIssue'),
    blocks: [
      ...summary.groups
        // What bears on an issue among others is told once, under its first.
        .filter(({ advice: own }) => own.length > 0)
        .flatMap((group) => groupBlocks(group, t)),
      ...(unanswered.length > 0
        ? [
            {
              kind: 'paragraph' as const,
              manner: 'small' as const,
              text: t('report.unanswered', { numbers: listed(t, unanswered.map(String)) }),
            },
          ]
        : []),
    ],
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
    ...item.quotes.map(({ text, source, passageId }) => ({
      kind: 'quote' as const,
      text,
      source,
      cites: cites(saidAt(passageId)),
    })),
    {
      kind: 'facts',
      facts: facts([
        [t('report.addressee'), item.addressee],
        [t('report.response'), item.response],
        ...item.commitments.map((one) => [t('report.commitment'), commitmentText(one, t)] as const),
        [t('report.noCommitment'), item.noCommitmentWhy],
        [t('report.status'), t(`adviceStatus.${item.status}`)],
        [t('report.owner'), item.owner],
        [t('report.due'), item.due],
        [t('report.alsoIssues'), item.issueNames.length > 1 ? listed(t, item.issueNames.slice(1)) : ''],
      ]),
    },
  ];
}
