import { groupBy } from '../../assessment/group.ts';
import type { Block } from '../document.ts';
import type { MaterialitySummary } from '../model/materiality.ts';
import { listed, paragraphs, type SectionWriter } from '../section.ts';
import { askedBy } from './impacts.ts';

/** Where the office looks, and why there (UNGP RF B3). */
export const places: SectionWriter<MaterialitySummary> = ({ impacts: { lines, focus } }, { t }) => {
  const placed = [
    ...groupBy(
      lines.filter(({ country }) => country !== ''),
      ({ country }) => country,
    ),
  ];
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
      rows: placed.map(([country, own]) => [
        country,
        listed(
          t,
          own.map(({ name }) => name),
        ),
      ]),
      whole: true,
    });
  return { id: 'places', title: t('report.places'), blocks };
};
