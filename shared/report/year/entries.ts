import type { Translate } from '../../i18n/index.ts';
import type { Cell, Line } from '../document.ts';
import type { DatedEntry } from '../model/dated-entries.ts';
import type { YearSummary } from '../model/year.ts';
import { cited, listed, type SectionWriter } from '../section.ts';

/** What was adopted, revised, held and is planned, each date with the source that says it; where they differ, side by side. */
export const entries: SectionWriter<YearSummary> = ({ entries: subjects }, { t }) => {
  if (subjects.length === 0) return null;
  return {
    id: 'entries',
    title: t('report.year.entries'),
    blocks: [
      {
        kind: 'table',
        caption: t('report.year.entries.caption'),
        // A date never stands without its source.
        whole: true,
        columns: [
          { head: t('report.year.entries.subject'), share: 32 },
          { head: t('report.year.entries.what'), share: 38 },
          { head: t('report.year.entries.when'), share: 16 },
          { head: t('report.year.entries.source'), share: 14 },
        ],
        rows: subjects.flatMap(({ name, entries: own }) =>
          own.map((one, index): Cell[] => [
            index === 0 ? [{ text: name, strong: true }] : '',
            { lines: whatLines(one, t) },
            one.when || '–',
            one.source === null ? t('report.year.entries.noSource') : [cited(one.source)],
          ]),
        ),
      },
    ],
  };
};

function whatLines({ kind, phase, text, setAside, isDisputed }: DatedEntry, t: Translate): Line[] {
  const said = listed(t, [
    t(`entryKind.${kind}`),
    ...(phase === 'done' ? [] : [t(`report.year.entries.${phase}`)]),
  ]);
  return [
    text === '' ? [{ text: said, strong: true }] : [{ text: said, strong: true }, t('report.colon'), text],
    ...(setAside
      ? [[{ text: t('report.year.entries.setAside', { why: setAside }), quiet: true as const }]]
      : []),
    ...(isDisputed ? [[{ text: t('report.year.entries.disputed'), quiet: true as const }]] : []),
  ];
}
