import type { Block } from '../document.ts';
import type { MaterialitySummary } from '../model/materiality.ts';
import { listed, paragraphs, type SectionWriter } from '../section.ts';
import { askedBy } from './impacts.ts';
import { alike } from './policies.ts';

/** Where the office looks, and why there (UNGP RF B3). */
export const places: SectionWriter<MaterialitySummary> = ({ impacts: { lines, focus } }, { t }) => {
  const placed = alike(lines, 'country');
  if (placed.length === 0 && focus === '') return null;
  const blocks: Block[] = [askedBy(t, 'report.places.askedBy'), ...paragraphs(focus)];
  if (placed.length > 0)
    blocks.push({
      kind: 'table',
      caption: t('report.places.caption'),
      columns: [
        { head: t('report.places.country'), share: 40 },
        { head: t('report.issues'), share: 60 },
      ],
      rows: placed.map(([country, names]) => [country, listed(t, names)]),
      whole: true,
    });
  return { id: 'places', title: t('report.places'), blocks };
};
