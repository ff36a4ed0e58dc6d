import type { Block } from '../document.ts';
import type { MaterialitySummary } from '../model/materiality.ts';
import { listed, type SectionWriter } from '../section.ts';
import { askedBy } from './impacts.ts';
import { alike } from './policies.ts';

/** By which channels people are heard, what reached them, and how harm is remedied (UNGP RF C6; UNGP 22, 29). */
export const remedy: SectionWriter<MaterialitySummary> = (summary, { t }) => {
  const { channels, lines } = summary.impacts;
  const remedied = alike(lines, 'remedy');
  if (channels.length + remedied.length === 0) return null;
  const blocks: Block[] = [askedBy(t, 'report.remedy.askedBy')];
  if (channels.length > 0)
    blocks.push({
      kind: 'table',
      caption: t('report.remedy.caption', { fiscalYear: summary.fiscalYear }),
      columns: [
        { head: t('report.remedy.channel'), share: 30 },
        { head: t('report.remedy.reports'), share: 34 },
        { head: t('report.remedy.note'), share: 36 },
      ],
      rows: channels.map(({ channel, counts, note }) => [
        [{ text: channel, strong: true as const }],
        {
          lines:
            counts.length === 0
              ? ['–']
              : counts.map(({ type, count }) => t('report.remedy.count', { type, count })),
        },
        note || '–',
      ]),
      whole: true,
    });
  if (remedied.length > 0)
    blocks.push(
      { kind: 'heading', level: 2, text: t('report.remedy.byIssue') },
      {
        kind: 'list',
        items: remedied.map(([text, names]) => [
          { text: listed(t, names), strong: true as const },
          t('report.colon'),
          listed(t, text.split(/\n+/)),
        ]),
      },
    );
  return { id: 'remedy', title: t('report.remedy'), blocks };
};
