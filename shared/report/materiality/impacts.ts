import type { Translate } from '../../i18n/index.ts';
import type { Block, Line } from '../document.ts';
import { type ImpactLine, impactSource } from '../model/impacts.ts';
import type { MaterialitySummary } from '../model/materiality.ts';
import { cited, type SectionWriter, sentences } from '../section.ts';

/** Who is affected by what is monitored, where and when (GRI 3-3 a, ESRS 2 SBM-3 48 c). */
export const impacts: SectionWriter<MaterialitySummary> = ({ impacts: { lines, grossOrNet } }, { t }) => {
  const told = lines.filter(isTold);
  if (told.length === 0) return null;
  return {
    id: 'impacts',
    title: t('report.impacts'),
    blocks: [
      askedBy(t, 'report.impacts.askedBy'),
      {
        kind: 'table',
        caption: t('report.impacts.caption'),
        columns: [
          { head: t('report.issue'), share: 24 },
          { head: t('report.impacts.affected'), share: 32 },
          { head: t('report.impacts.where'), share: 30 },
          { head: t('report.impacts.horizon'), share: 14 },
        ],
        rows: told.map((one) => [
          { lines: nameLines(one, t) },
          one.affected || '–',
          { lines: whereLines(one, t), apart: true },
          one.horizon ? t(`report.impacts.horizon.${one.horizon}`) : '–',
        ]),
        note: sentences(t, [
          t(`report.impacts.basis.${grossOrNet ?? 'unsaid'}`),
          told.some(({ horizon }) => horizon !== null) ? t('report.impacts.horizon.note') : '',
        ]),
      },
    ],
  };
};

/** Which standards ask for what a section says. */
export function askedBy(
  t: Translate,
  key: Extract<Parameters<Translate>[0], `report.${string}.askedBy`>,
): Block {
  return {
    kind: 'paragraph',
    text: t('report.askedBy', { standards: t(key) }),
    manner: 'small',
    before: true,
  };
}

/** What the table has a column for; the other sections tell the rest. */
function isTold(one: ImpactLine): boolean {
  return one.affected + one.site + one.country !== '' || one.valueChain.length > 0 || one.horizon !== null;
}

function nameLines(one: ImpactLine, t: Translate): Line[] {
  const aside = [
    t(`nature.${one.nature}`),
    one.level ? t(`level.${one.level}`) : t('report.impacts.unmonitored'),
  ];
  return [
    [{ text: one.name, strong: true }, ' ', cited(impactSource(one.issueId))],
    [{ text: aside.join(t('report.list.separator')), quiet: true }],
  ];
}

function whereLines({ site, country, valueChain }: ImpactLine, t: Translate): Line[] {
  const chain = valueChain.map((place) => t(`rating.valueChain.${place}`)).join(t('report.list.separator'));
  const lines: Line[] = [site, country].filter(Boolean);
  if (chain !== '') lines.push([{ text: chain, quiet: true }]);
  return lines.length > 0 ? lines : ['–'];
}
