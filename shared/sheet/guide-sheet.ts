import type { Language, Translate } from '../i18n/index.ts';
import { textIn } from '../model/basics.ts';
import { DIMENSIONS, type Dimension, type Round } from '../model/round.ts';
import { pointsOf, scaleSize } from '../model/scale.ts';
import type { Sheet, SheetRow } from '../ooxml/workbook.ts';
import { choiceWords } from './answers.ts';
import { ASKED, CHOICES, type Chosen, HEADING, QUESTION, questionGaps } from './columns.ts';
import type { Redactor } from './redactor.ts';
import { STYLE } from './sheet-style.ts';

/** How the sheet is filled in, what the levels mean, and what the other columns ask. */
export function guideSheet(
  t: Translate,
  round: Round,
  redactor: Redactor,
  { language, evidence }: { readonly language: Language; readonly evidence: boolean },
  heads: { readonly round: string; readonly assessor: string },
): Sheet {
  const steps = ([1, 2, 3, 4, 5] as const).map((step) =>
    t(`sheet.guide.step.${step}`, { abstain: t('rating.abstain'), actual: t('nature.actual') }),
  );
  const size = scaleSize(round);
  const standard = redactor.text(round.method.standard, 'round.standard', 'text');
  const note = redactor.text(textIn(round.note, language), 'round.note', 'text');
  const blank: SheetRow = { cells: [] };
  const line = (value: string): SheetRow => ({ cells: [null, { value, style: STYLE.line }] });
  const others = ASKED.filter((field) => !(DIMENSIONS as readonly string[]).includes(field)).filter(
    (field) => evidence || field !== 'passages',
  );
  const rows: SheetRow[] = [
    { cells: [null, { value: t('sheet.guide.title'), style: STYLE.title }], height: 24 },
    ...[standard && t('sheet.standard', { standard }), note].filter(Boolean).map(line),
    blank,
    ...steps.map((step, at) => line(`${at + 1}. ${step}`)),
    ...(round.grossOrNet ? [line(t(`impact.basis.rate.${round.grossOrNet}`))] : []),
    ...(evidence ? [line(t('sheet.guide.evidence.limits'))] : []),
    blank,
    { cells: [null, { value: t('sheet.guide.scales'), style: STYLE.section }] },
    {
      cells: [
        null,
        { value: '', style: STYLE.heading },
        ...DIMENSIONS.map((dimension) => ({ value: t(`dimension.${dimension}`), style: STYLE.heading })),
      ],
    },
    {
      cells: [
        null,
        { value: '', style: STYLE.cell },
        ...DIMENSIONS.map((dimension) => ({ value: t(`rating.ask.${dimension}`), style: STYLE.issue })),
      ],
    },
    ...pointsOf(size).map((point) => ({
      cells: [
        null,
        { value: point, style: STYLE.number },
        ...DIMENSIONS.map((dimension) => ({
          value: levelsOf(round, dimension, redactor, language)[point - 1] ?? '',
          style: STYLE.cell,
        })),
      ],
    })),
    blank,
    { cells: [null, { value: t('sheet.guide.columns'), style: STYLE.section }] },
    ...others.map((field) => ({
      cells: [
        null,
        null,
        { value: t(HEADING[field]), style: STYLE.issue },
        { value: t(QUESTION[field], questionGaps(t, size)), style: STYLE.cell },
        {
          value: field in CHOICES ? choiceWords(t, field as Chosen, size).join(' / ') : '',
          style: STYLE.cell,
        },
      ],
    })),
  ];
  return {
    name: t('sheet.tab.guide'),
    visibility: 'shown',
    columns: [{ width: 2 }, { width: 5 }, { width: 34 }, { width: 34 }, { width: 34 }, { width: 34 }],
    rows,
    protected: true,
    print: { paper: 'a4', landscape: true, footer: t('sheet.footer', heads) },
  };
}

/** The anchors of a dimension's levels. */
export function levelsOf(
  round: Round,
  dimension: Dimension,
  redactor: Redactor,
  language: Language,
): string[] {
  return round.scaleTexts[dimension].map((text, at) =>
    redactor.text(textIn(text, language), `scale.${dimension}.${at}`, 'text'),
  );
}
