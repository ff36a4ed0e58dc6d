import { attributionText } from '../i18n/attribution.ts';
import type { Translate } from '../i18n/index.ts';
import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import type { Issue } from '../model/issue.ts';
import type { Round } from '../model/round.ts';
import type { WorkspaceState } from '../model/tables.ts';
import type { Sheet } from '../ooxml/workbook.ts';
import type { Numbering } from './answers.ts';
import { evidenceOf } from './evidence.ts';
import type { Redactor } from './redactor.ts';
import { STYLE } from './sheet-style.ts';

/** A passage that was heard on an issue, as far as it may be told. */
export interface EvidenceLine {
  readonly number: number;
  readonly passageId: IdOf<'passages'>;
  readonly issue: string;
  readonly quote: string;
  readonly who: string;
  readonly dialogue: string;
  readonly date: string;
}

/** A row an issue and passage; a passage that bears on several issues keeps its number. */
export function evidenceRows(
  state: WorkspaceState,
  round: Round,
  issues: readonly Issue[],
  redactor: Redactor,
  t: Translate,
  names: ReadonlyMap<Id, string>,
): EvidenceLine[] {
  const evidence = evidenceOf(state, round);
  const numbers = new Map<Id, number>();
  return issues.flatMap(({ id }) =>
    (evidence.get(id) ?? []).flatMap((passageId): EvidenceLine[] => {
      const issue = names.get(id) ?? '';
      const told = redactor.words(passageId, issue);
      const dialogueId = redactor.disclosure.passage(passageId)?.dialogueId;
      if (!told || dialogueId === undefined) return [];
      const number = numbers.get(passageId) ?? numbers.size + 1;
      numbers.set(passageId, number);
      const who = told.narration ? t('report.narration') : attributionText(t, told.attribution);
      return [
        {
          number,
          passageId,
          issue,
          quote: told.text,
          who,
          dialogue: told.title ?? '',
          date: redactor.date(dialogueId),
        },
      ];
    }),
  );
}

/** The numbers by which an assessor names passages. */
export function numberingOf(lines: readonly EvidenceLine[]): Numbering {
  return {
    passageOf: new Map(lines.map(({ number, passageId }) => [number, passageId])),
    numberOf: new Map(lines.map(({ number, passageId }) => [passageId, number])),
  };
}

/** What was heard, with the numbers by which an assessor cites it. */
export function evidenceSheet(
  t: Translate,
  lines: readonly EvidenceLine[],
  heads: { readonly round: string; readonly assessor: string },
): Sheet {
  const titles = (['number', 'issue', 'quote', 'who', 'dialogue', 'date'] as const).map((one) => ({
    value: t(one === 'issue' ? 'sheet.column.issue' : `sheet.evidence.${one}`),
    style: STYLE.heading,
  }));
  const text = (value: string) => ({ value, style: STYLE.cell });
  const HEADER = 3;
  return {
    name: t('sheet.tab.evidence'),
    visibility: 'shown',
    columns: [6, 26, 80, 30, 32, 12].map((width) => ({ width })),
    rows: [
      { cells: [{ value: t('sheet.evidence.title'), style: STYLE.title }], height: 24 },
      {
        cells: [
          {
            value: t(lines.length === 0 ? 'sheet.evidence.none' : 'sheet.guide.evidence.limits'),
            style: STYLE.how,
          },
        ],
      },
      { cells: titles, height: 24 },
      ...lines.map(({ number, issue, quote, who, dialogue, date }) => ({
        cells: [
          { value: number, style: STYLE.number },
          text(issue),
          text(quote),
          text(who),
          text(dialogue),
          text(date),
        ],
      })),
    ],
    frozen: { rows: HEADER, columns: 0 },
    ...(lines.length > 0 && { filterRow: HEADER }),
    protected: true,
    print: { paper: 'a4', landscape: true, titleRows: [HEADER, HEADER], footer: t('sheet.footer', heads) },
  };
}
