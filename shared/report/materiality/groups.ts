import { GROUPS, type GroupView } from '../../assessment/group-views.ts';
import type { Translate } from '../../i18n/index.ts';
import { DIMENSIONS } from '../../model/round.ts';
import type { Block, Cell } from '../document.ts';
import type { MaterialitySummary } from '../model/materiality.ts';
import { pointText } from '../model/numbers.ts';
import { RATINGS } from '../model/sources.ts';
import { cites, listed, type SectionWriter } from '../section.ts';

/** What each group of assessors said, side by side: their difference is a finding (METHOD-SOURCES 2.4). */
export const groups: SectionWriter<MaterialitySummary> = (summary, { t, pictures }) => {
  const rated = summary.issues.filter((one) => one.rank !== null);
  const present = GROUPS.filter((group) =>
    rated.some((one) => one.groups.some((view) => view.group === group && view.n > 0)),
  );
  if (present.length === 0) return null;
  const title = t('report.groups');
  const missing = GROUPS.filter((group) => !present.includes(group)).map((group) =>
    t(`report.group.${group}`),
  );
  const absent: Block[] =
    missing.length > 0
      ? [{ kind: 'paragraph', text: t('report.groups.missing', { groups: listed(t, missing) }) }]
      : [];
  if (present.length < 2)
    return {
      id: 'groups',
      appendix: true,
      title,
      blocks: [...absent, { kind: 'paragraph', text: t('report.groups.one') }],
    };
  return {
    id: 'groups',
    appendix: true,
    title,
    blocks: [
      ...absent,
      { kind: 'paragraph', text: t('report.groups.reading'), before: true },
      ...(pictures.has('groups')
        ? [
            {
              kind: 'picture' as const,
              picture: 'groups' as const,
              caption: t('report.groups.picture'),
              alt: t('report.groups.alt', { most: summary.rules.size }),
              cites: cites(RATINGS),
            },
          ]
        : []),
      {
        kind: 'table',
        caption: t('report.groups.caption'),
        cites: cites(RATINGS),
        columns: [
          { head: t('report.issue'), share: 34 },
          ...present.map((group) => ({
            head: t(`report.group.${group}`),
            share: 66 / present.length,
            align: 'center' as const,
          })),
        ],
        rows: rated.map((one): Cell[] => [
          one.name,
          ...present.map((group) =>
            groupCell(
              one.groups.find((view) => view.group === group),
              one.nature,
              t,
            ),
          ),
        ]),
        note: t('report.groups.note', {
          dimensions: listed(
            t,
            DIMENSIONS.map((dimension) => t(`dimension.${dimension}`)),
          ),
        }),
      },
    ],
  };
};

/** `4` over `4 · 3 · 4 · 2 (n = 2)`. */
function groupCell(view: GroupView | undefined, nature: 'actual' | 'potential', t: Translate): Cell {
  if (!view || view.n === 0) return '–';
  const values = DIMENSIONS.map((dimension) => {
    const { median } = view.dimensions[dimension];
    if (dimension === 'likelihood' && nature === 'actual') return null;
    return median === null ? '–' : pointText(median);
  }).filter((value) => value !== null);
  return {
    lines: [
      [
        { text: view.severity === null ? '–' : pointText(view.severity), strong: true as const },
        { text: `  ${values.join(' · ')}  ${t('report.groups.n', { n: view.n })}`, quiet: true as const },
      ],
    ],
  };
}
