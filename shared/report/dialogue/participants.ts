import type { Translate } from '../../i18n/index.ts';
import type { Cell, Column } from '../document.ts';
import type { DialogueSummary, ParticipantLine } from '../model/dialogue.ts';
import type { SectionWriter } from '../section.ts';

/** Who took part, as openly as the dialogue's policy allows: external people first. */
export const participants: SectionWriter<DialogueSummary> = (summary, { t }) => {
  if (summary.participants.length === 0) return null;
  const lines = [...summary.participants].sort((a, b) => Number(b.external) - Number(a.external));
  const columns = columnsOf(lines, t);
  return {
    id: 'participants',
    title: t('report.participants'),
    blocks: [
      {
        kind: 'table',
        caption: t('report.participants.caption'),
        columns: columns.map(({ column }) => column),
        rows: lines.map((line) => columns.map(({ cell }) => cell(line))),
        ...(summary.policy === 'named' ? {} : { note: t('report.participants.policy') }),
      },
      ...(summary.noRightsholder
        ? [
            {
              kind: 'note' as const,
              title: t('report.noRightsholder.title'),
              lines: [t('report.noRightsholder')],
            },
          ]
        : []),
    ],
  };
};

interface ColumnOf {
  readonly column: Column;
  readonly cell: (line: ParticipantLine) => Cell;
}

/** Columns that would be empty under the policy are not there. */
function columnsOf(lines: readonly ParticipantLine[], t: Translate): ColumnOf[] {
  const columns: ColumnOf[] = [];
  if (lines.some((one) => one.name !== '')) {
    columns.push({
      column: { head: t('report.name'), share: 24 },
      cell: (line) => [{ text: line.name, strong: true }],
    });
  }
  if (lines.some((one) => one.title !== '' || one.organisation !== '')) {
    columns.push({
      column: { head: t('report.organisation'), share: 46 },
      cell: (line) => ({ lines: [line.organisation, ...line.title.split('\n')].filter(Boolean) }),
    });
  }
  if (lines.some((one) => one.voice !== null)) {
    columns.push({
      column: { head: t('report.capacity'), share: 30 },
      cell: (line) => ({
        lines: [
          ...(line.voice ? [t(`voice.${line.voice}`)] : []),
          ...(detail(line, t) ? [[{ text: detail(line, t), quiet: true as const }]] : []),
        ],
      }),
    });
  }
  // The capacity says which side somebody is on; without it the side stands alone.
  if (lines.some((one) => one.voice === null)) {
    columns.push({
      column: { head: t('report.side'), share: 60 },
      cell: (line) => t(line.external ? 'report.side.external' : 'report.side.internal'),
    });
  }
  if (lines.some((one) => one.count > 1)) {
    columns.push({
      column: { head: t('report.people'), share: 10, align: 'end' },
      cell: (line) => String(line.count),
    });
  }
  return columns;
}

/** What kind of person speaks from outside; of the company's own, that they are, where their voice is another one. */
function detail(line: ParticipantLine, t: Translate): string {
  if (!line.external) return line.voice === 'company' ? '' : t('report.side.internal');
  return line.kind ? t(`personKind.${line.kind}`) : '';
}
