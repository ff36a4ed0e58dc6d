import { useMemo } from 'react';
import { emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import { fiscalYearOf } from '#shared/model/workspace.ts';
import { today } from '../../platform/today.ts';
import { useKeptTables } from '../../store/kept-tables.ts';

/** What answers are gathered from and named by, and the answers. */
const READ = [
  'workspace',
  'organisations',
  'instruments',
  'arrangements',
  'entries',
  'figures',
  'indicators',
  'sources',
  'decisions',
  'rounds',
  'advice',
  'commitments',
  'dialogues',
  'themes',
  'issues',
  'answers',
] as const;

/** The register as it stands; undefined while it is read. Tables that no statement reads are empty in it. */
export function useRegister(): WorkspaceState | undefined {
  const read = useKeptTables(READ);
  return useMemo(() => read && { ...emptyState(), ...read }, [read]);
}

/** The latest fiscal year of which something is told; the present one where nothing is. */
export function latestYear({ figures, dialogues, answers, workspace }: WorkspaceState): number {
  const convention = workspace[0]?.fiscalYear ?? { firstMonth: 1, namedBy: {} };
  const years = [
    ...answers.map(({ fiscalYear }) => fiscalYear),
    ...figures.filter(({ role }) => role === 'actual').map(({ period }) => period.fiscalYear),
    ...dialogues.flatMap(({ date }) => (date ? [fiscalYearOf(date, convention)] : [])),
  ];
  return years.reduce((latest, year) => Math.max(latest, year), -Infinity) === -Infinity
    ? fiscalYearOf(today(), convention)
    : years.reduce((latest, year) => Math.max(latest, year));
}
