import type { Block, Cell } from '../document.ts';
import type { DialogueSummary } from '../model/dialogue.ts';
import { listed, type SectionWriter } from '../section.ts';
import { adviceText, measureLines } from './words.ts';

/** What was done since the dialogue before this one: its advice with the company's measures, and activities. */
export const since: SectionWriter<DialogueSummary> = ({ since: found }, { t }) => {
  if (!found) return null;
  const blocks: Block[] = [];
  if (found.advice.length > 0)
    blocks.push({
      kind: 'table',
      caption: t('report.since.caption', { dialogue: found.dialogue }),
      columns: [
        { head: t('report.advice'), share: 44 },
        { head: t('report.measures'), share: 42 },
        { head: t('report.status'), share: 14 },
      ],
      rows: found.advice.map((one): Cell[] => [
        adviceText(one),
        { lines: measureLines(one, t) ?? ['–'] },
        t(`adviceStatus.${one.status}`),
      ]),
      note: t('report.since.note'),
    });
  if (found.activities.length > 0)
    blocks.push(
      { kind: 'paragraph', text: t('report.since.activities'), before: true },
      {
        kind: 'list',
        items: found.activities.map(({ name, figures }) => [
          { text: name, strong: true as const },
          t('report.colon'),
          listed(t, figures),
        ]),
      },
    );
  return { id: 'since', title: t('report.since'), blocks };
};
