import type { HumanRightsSummary } from '../model/human-rights.ts';
import { eventList, type PageSection } from './kept-up.ts';

const PARTS = ['monitored', 'dialogues', 'done', 'planned'] as const;

/** What is monitored, with whom was spoken, what was done and what is planned. */
export const activities: PageSection = {
  isEmpty,
  title: ({ fiscalYear }, t) => t('report.humanRights.activities', { fiscalYear }),
  write: (summary, { t }) => {
    if (isEmpty(summary)) return null;
    return {
      id: 'activities',
      title: activities.title(summary, t),
      blocks: PARTS.filter((part) => summary.activities[part].length > 0).flatMap((part) => [
        { kind: 'heading' as const, level: 2 as const, text: t(`report.humanRights.activities.${part}`) },
        ...eventList(summary.activities[part], t, part === 'monitored' || part === 'dialogues'),
      ]),
    };
  },
};

function isEmpty({ activities: parts }: HumanRightsSummary): boolean {
  return PARTS.every((part) => parts[part].length === 0);
}
