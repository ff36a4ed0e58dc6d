import type { Translate } from '../../i18n/index.ts';
import type { Block, Line } from '../document.ts';
import type { HumanRightsSummary } from '../model/human-rights.ts';
import type { KeptUp } from '../model/kept-up.ts';
import type { ToldRow } from '../model/told-rows.ts';
import { cited, listed, paragraphs, type SectionWriter } from '../section.ts';
import { figureBlock } from '../year/tables.ts';

/** A section of the page, with what it is called where there is nothing to say in it. */
export interface PageSection {
  readonly write: SectionWriter<HumanRightsSummary>;
  readonly isEmpty: (summary: HumanRightsSummary) => boolean;
  readonly title: (summary: HumanRightsSummary, t: Translate) => string;
}

type KeptUpId =
  | 'policies'
  | 'framework'
  | 'channels'
  | 'suppliers'
  | 'statements'
  | 'training'
  | 'initiatives';
type FigureId = keyof HumanRightsSummary['figures'];

/** What is kept up of some kind, with the figures on it. */
export function keptUpSection(id: KeptUpId | 'grievances', figures?: FigureId): PageSection {
  const linesOf = (summary: HumanRightsSummary) => (id === 'grievances' ? [] : summary[id]);
  const tableOf = (summary: HumanRightsSummary) => (figures ? summary.figures[figures] : null);
  const isEmpty = (summary: HumanRightsSummary) =>
    linesOf(summary).length === 0 && (tableOf(summary)?.rows.length ?? 0) === 0;
  const title = (_summary: HumanRightsSummary, t: Translate) => t(TITLES[id]);
  return {
    isEmpty,
    title,
    write: (summary, { t }) => {
      if (isEmpty(summary)) return null;
      const table = tableOf(summary);
      const { years, fiscalYear } = summary;
      return {
        id,
        title: title(summary, t),
        blocks: [
          ...linesOf(summary).flatMap((line) => keptUpBlocks(line, t)),
          ...(figures && table && table.rows.length > 0
            ? [figureBlock(table, years, t(`report.year.${figures}.caption`, { fiscalYear }), t)]
            : []),
        ],
      };
    },
  };
}

const TITLES = {
  policies: 'report.humanRights.policies',
  framework: 'report.humanRights.framework',
  channels: 'report.humanRights.channels',
  suppliers: 'report.humanRights.suppliers',
  statements: 'report.humanRights.laws',
  training: 'report.humanRights.training',
  initiatives: 'report.humanRights.initiatives',
  grievances: 'report.humanRights.grievances',
} as const;

function keptUpBlocks({ name, facts, text, happened }: KeptUp, t: Translate): Block[] {
  return [
    { kind: 'heading', level: 2, text: name },
    ...paragraphs(listed(t, facts), 'small'),
    ...paragraphs(text),
    ...eventList(happened, t),
  ];
}

/**
 * Rows, a line each, with their sources.
 * @param isOneKind they are all of what the heading says
 */
export function eventList(rows: readonly ToldRow[], t: Translate, isOneKind = false): Block[] {
  if (rows.length === 0) return [];
  return [{ kind: 'list', items: rows.map((row) => eventLine(row, t, isOneKind)) }];
}

function eventLine({ kind, name, asides, source }: ToldRow, t: Translate, isOneKind: boolean): Line {
  const aside = listed(
    t,
    asides.filter((one) => one !== name),
  );
  const text = aside === '' ? name : t('report.aside', { text: name, aside });
  return [
    ...(isOneKind ? [] : [{ text: kind, strong: true as const }, t('report.colon')]),
    text,
    ...(source ? [' ', cited(source)] : []),
  ];
}
