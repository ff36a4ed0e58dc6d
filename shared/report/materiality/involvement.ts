import { CONNECTIONS } from '../../model/rating.ts';
import type { Block } from '../document.ts';
import type { MaterialitySummary } from '../model/materiality.ts';
import { pointText } from '../model/numbers.ts';
import { listed, type SectionWriter } from '../section.ts';
import { askedBy } from './impacts.ts';

/** How the company is involved, what follows from that, and what it can move (GRI 3-3 b, METI ch. 4, UNGP 13 and 19). */
export const involvement: SectionWriter<MaterialitySummary> = ({ impacts: { lines }, rules }, { t }) => {
  const groups = CONNECTIONS.map((connection) => ({
    connection,
    names: lines.filter((one) => one.connection === connection).map(({ name }) => name),
  })).filter(({ names }) => names.length > 0);
  const moved = lines.filter(({ leverage }) => leverage !== '');
  if (groups.length + moved.length === 0) return null;
  const blocks: Block[] = [askedBy(t, 'report.involvement.askedBy')];
  if (groups.length > 0)
    blocks.push({
      kind: 'table',
      caption: t('report.involvement.caption'),
      columns: [
        { head: t('report.involvement.connection'), share: 22 },
        { head: t('report.issues'), share: 40 },
        { head: t('report.involvement.follows'), share: 38 },
      ],
      rows: groups.map(({ connection, names }) => [
        [{ text: t(`rating.connection.${connection}`), strong: true as const }],
        listed(t, names),
        t(`report.involvement.follows.${connection}`),
      ]),
      whole: true,
    });
  if (moved.length > 0)
    blocks.push(
      { kind: 'heading', level: 2, text: t('report.involvement.leverage') },
      {
        kind: 'list',
        items: moved.map(({ name, leverage, leverageFigure }) => [
          { text: name, strong: true as const },
          t('report.colon'),
          leverageFigure === null
            ? leverage
            : t('report.aside', {
                text: leverage,
                aside: t('report.involvement.leverage.figure', {
                  value: pointText(leverageFigure),
                  most: rules.size,
                }),
              }),
        ]),
      },
    );
  return { id: 'involvement', title: t('report.involvement'), blocks };
};
