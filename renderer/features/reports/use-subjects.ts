import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import type { Answer } from '#shared/model/answer.ts';
import { type FiscalYear, type Id, textIn } from '#shared/model/basics.ts';
import type { Figure } from '#shared/model/figure.ts';
import { fiscalYearOf } from '#shared/model/workspace.ts';
import { checklists } from '#shared/statement/checklists.ts';
import { statementId } from '#shared/statement/subject.ts';
import { useRows } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import type { ReportKind } from '../../workers/report/client.ts';

/** Something to report on. */
export interface Subject {
  readonly value: Id;
  readonly label: string;
}

/**
 * What there is to report on, the latest first.
 * @param wanted a statement that is asked for, though nothing may be said in it yet
 */
export function useSubjects(wanted: Id | null): Readonly<Record<ReportKind, Subject[]>> | undefined {
  const { language, local } = useSpeech();
  return useRows(
    async (db) => {
      const workspace = await db.workspace.toCollection().first();
      const dialogues = await db.dialogues.toArray();
      const rounds = await db.rounds.toArray();
      const figures = await db.figures.toArray();
      const answers = await db.answers.toArray();
      const organisations = new Map((await db.organisations.toArray()).map(({ id, name }) => [id, name]));
      const year = (value: number) =>
        workspace ? fiscalYearLabel(value, workspace.fiscalYear, language) : String(value);
      const ofYears = (years: readonly FiscalYear[]) =>
        years.map((one) => ({ value: String(one), label: year(one) }));
      const ofDialogues = dialogues
        .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || b.id.localeCompare(a.id))
        .map(({ id, title, date }) => ({ value: id, label: date ? `${date} · ${title}` : title }));
      const dialogueYears = dialogues.flatMap(({ date }) =>
        date && workspace ? [fiscalYearOf(date, workspace.fiscalYear)] : [],
      );
      return {
        dialogue: ofDialogues,
        'follow-up': ofDialogues,
        materiality: rounds
          .sort((a, b) => b.fiscalYear - a.fiscalYear || b.id.localeCompare(a.id))
          .map(({ id, name, fiscalYear }) => ({ value: id, label: `${year(fiscalYear)} · ${local(name)}` })),
        year: ofYears(latestFirst(yearsWithFigures(figures))),
        'human-rights': ofYears(latestFirst([...yearsWithFigures(figures), ...dialogueYears])),
        statement: statementIds(answers, wanted).flatMap((value): Subject[] => {
          const [id, of = '', owner = ''] = value.split('/');
          const checklist = checklists().find((one) => one.id === id);
          const whose = local(organisations.get(owner)) || local(workspace?.company);
          return checklist
            ? [{ value, label: [year(Number(of)), textIn(checklist.name, language), whose].join(' · ') }]
            : [];
        }),
      };
    },
    [language, wanted],
  );
}

function yearsWithFigures(figures: readonly Figure[]): FiscalYear[] {
  return figures
    .filter(({ role, value }) => role === 'actual' && value !== null)
    .map(({ period }) => period.fiscalYear);
}

function latestFirst(years: readonly FiscalYear[]): FiscalYear[] {
  return [...new Set(years)].sort((a, b) => b - a);
}

/** Statements in which something is said, the latest first. */
function statementIds(answers: readonly Answer[], wanted: Id | null): Id[] {
  const said = [...answers]
    .sort((a, b) => b.fiscalYear - a.fiscalYear)
    .map((one) => statementId(one.checklist, one));
  return [...new Set([...said, ...(wanted === null ? [] : [wanted])])];
}
