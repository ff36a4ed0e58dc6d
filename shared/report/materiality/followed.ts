import { BREAK_SIGN } from '../../figures/signs.ts';
import type { Translate } from '../../i18n/index.ts';
import type { Cell, Line } from '../document.ts';
import type { FollowedLine } from '../model/followed.ts';
import type { MaterialitySummary } from '../model/materiality.ts';
import { INDICATORS } from '../model/sources.ts';
import { cites, listed, type SectionWriter, sentences } from '../section.ts';

/** What became of the decisions of the round before: measures by year, and the advice behind them (UNGP 20). */
export const followed: SectionWriter<MaterialitySummary> = (summary, { t }) => {
  if (!summary.changes || summary.followed.length === 0) return null;
  const known = summary.followed.filter(({ measures, advice }) => measures.length > 0 || advice.length > 0);
  const unmeasured = summary.followed.filter((one) => !known.includes(one)).map(({ name }) => name);
  if (known.length === 0) return null;
  return {
    id: 'followed',
    title: t('report.followed', { fiscalYear: summary.changes.fiscalYear }),
    blocks: [
      {
        kind: 'table',
        caption: t('report.followed.caption', { round: summary.changes.roundName }),
        cites: known.some(({ measures }) => measures.length > 0) ? cites(INDICATORS) : [],
        columns: [
          { head: t('report.subject'), share: 30 },
          { head: t('report.level'), share: 16 },
          { head: t('report.followed.measures'), share: 32 },
          { head: t('report.followed.advice'), share: 22 },
        ],
        rows: known.map((one): Cell[] => [
          {
            lines: [
              [{ text: one.name, strong: true as const }],
              ...(one.owner ? [[{ text: one.owner, quiet: true as const }]] : []),
            ],
          },
          levelCell(one, t),
          { lines: measureLines(one, t) },
          one.advice.length === 0
            ? '–'
            : listed(
                t,
                one.advice.map(({ status, count }) =>
                  t('report.followed.count', { status: t(`adviceStatus.${status}`), count }),
                ),
              ),
        ]),
        note: sentences(t, [
          known.some(({ advice }) => advice.length > 0) ? t('report.followed.note') : '',
          unmeasured.length > 0 ? t('report.followed.unmeasured', { names: listed(t, unmeasured) }) : '',
        ]),
      },
    ],
  };
};

/** How closely something is watched and, where it has measures, how it stands by the worst of them. */
export function levelCell({ level, status }: Pick<FollowedLine, 'level' | 'status'>, t: Translate): Cell {
  if (status === null) return t(`level.${level}`);
  return { lines: [t(`level.${level}`), [{ text: t(`figure.status.${status}`), quiet: true }]] };
}

/** Indicators with their figures by year. */
export function measureLines({ measures }: Pick<FollowedLine, 'measures'>, t: Translate): Line[] {
  if (measures.length === 0) return ['–'];
  return measures.flatMap(({ name, unit, target, status, why, values }): Line[] => [
    t('report.aside', {
      text: name,
      aside: target ? t('report.followed.target', { target, status }) : status,
    }),
    ...(why === '' ? [] : [[{ text: why, quiet: true as const }]]),
    values.length === 0
      ? [{ text: t('report.followed.noValue'), quiet: true }]
      : values
          .map(({ year, value, isNumber, note, broken }) =>
            t('report.followed.value', {
              year: broken ? `${BREAK_SIGN} ${year}` : year,
              value: value || '–',
              unit: isNumber ? unit : '',
              note,
              noted: note === '' ? 'no' : 'yes',
              measured: unit === '' || !isNumber ? 'no' : 'yes',
            }),
          )
          .join(t('report.followed.separator')),
  ]);
}
