import { type FiscalYear, type LocalText, newId } from '../model/basics.ts';
import { blankInstrument } from '../model/instrument.ts';
import { CATEGORIES, type Issue } from '../model/issue.ts';
import { emptyState, type WorkspaceState } from '../model/tables.ts';
import type { FiscalYearConvention, Workspace } from '../model/workspace.ts';
import type { Taxonomy } from './schema.ts';

/** Distance between neighbours in a list, so that something can be put between two without moving others. */
export const ORDER_STEP = 10;

/** What a person says when they begin a workspace. */
export interface NewWorkspace {
  readonly name: LocalText;
  readonly company: LocalText;
  readonly companyAliases?: readonly string[];
  readonly languages: readonly string[];
  readonly fiscalYear: FiscalYearConvention;
  /** The fiscal year in which the issues stand on the list for the first time (the year it begins). */
  readonly activeFrom: FiscalYear;
  readonly notice?: LocalText;
}

/**
 * A workspace that holds the whole taxonomy (instruments and issues) and nothing else yet: which issues are monitored
 * together as themes is for the office to decide.
 */
export function newWorkspaceState(request: NewWorkspace, taxonomy: Taxonomy): WorkspaceState {
  const workspace: Workspace = {
    id: newId(),
    name: request.name,
    company: request.company,
    companyAliases: [...(request.companyAliases ?? [])],
    languages: [...request.languages],
    fiscalYear: request.fiscalYear,
    taxonomyVersion: taxonomy.version,
    notice: request.notice ?? {},
    copy: null,
  };
  return {
    ...emptyState(),
    workspace: [workspace],
    instruments: structuredClone(taxonomy.instruments).map(blankInstrument),
    issues: issuesOf(taxonomy, request.activeFrom),
  };
}

/** The taxonomy's issues as rows; ids are the taxonomy's own, so that two workspaces mean the same by them. */
function issuesOf(taxonomy: Taxonomy, activeFrom: FiscalYear): Issue[] {
  return CATEGORIES.flatMap((category) =>
    taxonomy.issues
      .filter((issue) => issue.category === category)
      .map((issue, index) => ({
        ...structuredClone(issue),
        order: (index + 1) * ORDER_STEP,
        activeFrom,
        retiredAfter: null,
        mergedInto: null,
        splitFrom: null,
      })),
  );
}
