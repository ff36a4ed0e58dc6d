import type { Translate } from '../../i18n/index.ts';
import type { Block, Cell } from '../document.ts';
import type { StatementPart, StatementSummary } from '../model/statement.ts';
import type { ToldRow } from '../model/told-rows.ts';
import { cited, listed, paragraphs, type SectionWriter } from '../section.ts';
import { figureBlock } from '../year/tables.ts';

/** One requirement: what is said, what it rests on, or that nothing is said. */
export function requirement(part: StatementPart): SectionWriter<StatementSummary> {
  return ({ years, fiscalYear }, { t }) => ({
    id: part.id,
    title: t(part.subject === '' ? 'report.statement.section' : 'report.statement.sectionOf', {
      number: part.number,
      title: part.title,
      subject: part.subject,
    }),
    blocks: [
      ...paragraphs(part.asks, 'small'),
      ...saidBlocks(part, t),
      ...rowBlocks(part, t),
      ...(part.figures
        ? [
            figureBlock(
              part.figures,
              years,
              t('report.statement.figures.caption', { number: part.number, fiscalYear }),
              t,
            ),
          ]
        : []),
      ...paragraphs(part.verified ? '' : t('report.statement.unverified'), 'small'),
      ...paragraphs(
        part.answeredVersion === null
          ? ''
          : t('report.statement.olderVersion', { version: part.answeredVersion }),
        'small',
      ),
    ],
  });
}

function saidBlocks({ state, text, isForeign, why }: StatementPart, t: Translate): Block[] {
  switch (state) {
    case 'open':
    case 'missing':
      return [
        note(t, state, why === '' ? t('report.statement.gap') : t('report.statement.gap.why', { why })),
      ];
    case 'not-applicable':
      return paragraphs(t('report.statement.na', { why }));
    case 'partly':
    case 'answered':
      return [
        ...paragraphs(text),
        ...paragraphs(isForeign ? t('report.statement.otherLanguage') : '', 'small'),
        ...(state === 'partly' ? paragraphs(t('report.statement.partly'), 'small') : []),
      ];
  }
}

function note(t: Translate, state: 'open' | 'missing', line: string): Block {
  return { kind: 'note', title: t(`report.statement.is.${state}`), lines: [line] };
}

function rowBlocks({ number, rows, moreRows }: StatementPart, t: Translate): Block[] {
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: t('report.statement.rows.caption', { number }),
      whole: true,
      columns: [
        { head: t('report.statement.kind'), share: 20 },
        { head: t('report.statement.what'), share: 44 },
        { head: t('report.statement.known'), share: 36 },
      ],
      rows: rows.map((row) => rowCells(row, t)),
      ...(moreRows > 0 ? { note: t('report.statement.moreRows', { count: moreRows }) } : {}),
    },
  ];
}

export function rowCells({ kind, name, asides, source }: ToldRow, t: Translate): Cell[] {
  return [kind, source === null ? name : [name, ' ', cited(source)], listed(t, asides)];
}
