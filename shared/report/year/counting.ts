import { BREAK_SIGN } from '../../figures/signs.ts';
import type { Translate } from '../../i18n/index.ts';
import type { Line, Span } from '../document.ts';
import type { CountingChange } from '../model/counting-changes.ts';
import type { YearSummary } from '../model/year.ts';
import { cited, paragraphs, type SectionWriter, sentences } from '../section.ts';

/** What is counted otherwise than before, what was corrected, and where sources differ (GRI 2-4, ESRS 2 BP-2 13–14). */
export const counting: SectionWriter<Pick<YearSummary, 'changes' | 'withheld'>> = (
  { changes, withheld },
  { t },
) => {
  if (changes.length === 0 && withheld === 0) return null;
  return {
    id: 'counting',
    title: t('report.year.counting'),
    blocks: [
      ...(changes.length > 0
        ? [{ kind: 'list' as const, items: changes.map((one) => changeLine(one, t)) }]
        : []),
      ...(withheld > 0 ? paragraphs(t('report.year.withheld', { count: withheld }), 'small') : []),
    ],
  };
};

function changeLine(change: CountingChange, t: Translate): Line {
  const place: Span = {
    text: t('report.year.place', { row: change.row, year: change.year }),
    strong: true,
  };
  return [place, t('report.colon'), ...whatChanged(change, t)];
}

function whatChanged(change: CountingChange, t: Translate): (string | Span)[] {
  switch (change.kind) {
    case 'break':
      return [
        sentences(t, [
          t('report.year.break', {
            what: t(`figureGrid.breakKind.${change.what}`),
            effect: change.effect,
            sign: BREAK_SIGN,
          }),
          change.note,
        ]),
      ];
    case 'restated':
      return [t('report.year.restated', { before: change.before, now: change.now, why: change.why })];
    case 'disputed':
      return [
        t('report.year.disputed'),
        ...change.said.flatMap(({ text, source, stands }, index): (string | Span)[] => [
          index === 0 ? '' : t('report.source.separator'),
          change.why !== '' && stands ? t('report.year.stands', { text }) : text,
          ...(source === null ? [] : [' ', cited(source)]),
        ]),
        t('report.year.disputed.end', { why: change.why, decided: change.why === '' ? 'no' : 'yes' }),
      ];
    case 'misfit':
      return [t(`report.year.misfit.${change.how}`)];
  }
}
