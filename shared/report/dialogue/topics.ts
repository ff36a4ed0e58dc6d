import type { Block } from '../document.ts';
import type { DialogueSummary } from '../model/dialogue.ts';
import { saidOn } from '../model/sources.ts';
import { cited, listed, type SectionWriter } from '../section.ts';

/** What was spoken of in figures: the record's headings, the issues raised and the themes they belong to. */
export const topics: SectionWriter<DialogueSummary> = (summary, { t }) => {
  const blocks: Block[] = [];
  if (summary.headings.length > 0) {
    blocks.push(
      { kind: 'paragraph', text: t('report.headings'), before: true },
      { kind: 'list', items: summary.headings },
    );
  }
  if (summary.themes.length > 0) {
    blocks.push(
      { kind: 'paragraph', text: t('report.themes'), before: true },
      {
        kind: 'list',
        items: summary.themes.map(({ name, issueNames }) => [
          { text: name, strong: true as const },
          t('report.themes.issues', { issues: listed(t, issueNames) }),
        ]),
      },
    );
  }
  if (summary.issues.length > 0) {
    blocks.push({
      kind: 'table',
      caption: t('report.issuesRaised.caption'),
      columns: [
        { head: t('report.issue'), share: 46 },
        { head: t('report.category'), share: 30 },
        { head: t('report.passages'), share: 12, align: 'end' },
        { head: t('report.advice'), share: 12, align: 'end' },
      ],
      rows: summary.issues.map((one) => [
        one.name,
        t(`category.${one.category}`),
        [String(one.passages), ' ', cited(saidOn(one.issueId))],
        String(one.advice),
      ]),
    });
  }
  return blocks.length > 0 ? { id: 'topics', title: t('report.topics'), appendix: true, blocks } : null;
};
