import { useMemo } from 'react';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { type Approval, approvalOf } from '#shared/statement/approval.ts';
import type { Checklist } from '#shared/statement/checklist.ts';
import { checklistOf } from '#shared/statement/checklists.ts';
import { type Coverage, type Covered, coverageOf, gapsFirst } from '#shared/statement/coverage.ts';
import { Gatherer } from '#shared/statement/gather.ts';
import { type Hint, hintsOf } from '#shared/statement/hints.ts';
import { type AnswerPlace, placeKey } from '#shared/statement/place.ts';
import type { Scope } from '#shared/statement/scope.ts';
import { RowNaming } from '#shared/statement/words.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import type { Chosen } from './use-chosen.ts';

/** A statement as it is worked on. */
export interface Statement {
  readonly checklist: Checklist;
  readonly scope: Scope;
  readonly coverage: Coverage;
  /** Its places as they are listed: gaps first. */
  readonly listed: readonly Covered[];
  readonly gatherer: Gatherer;
  readonly naming: RowNaming;
  readonly approval: Approval;
  readonly hints: readonly Hint[];
}

export function useStatement(state: WorkspaceState, chosen: Chosen): Statement {
  const { language } = useSpeech();
  const { checklist: id, of, year } = chosen;
  const { answers: _answers, ...register } = state;
  const tables = Object.values(register);
  // The register is as large as a workspace: what is gathered from it is worked out anew only where it changed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tables are what the state holds.
  const fromRegister = useMemo(() => {
    const checklist = checklistOf(id);
    const scope: Scope = { of, fiscalYear: year };
    return {
      ...{ checklist, scope },
      gatherer: new Gatherer(state, checklist, scope),
      naming: new RowNaming(state, language),
      approval: approvalOf(checklist, state, scope),
    };
  }, [id, of, year, language, ...tables]);
  return useMemo(() => {
    const { checklist, scope, approval } = fromRegister;
    const coverage = coverageOf(checklist, state, scope);
    return {
      ...fromRegister,
      coverage,
      listed: gapsFirst(coverage.places),
      hints: hintsOf(checklist, coverage.places, approval),
    };
  }, [fromRegister, state]);
}

/** Where the answer to a place stands. */
export function answerPlace(
  { checklist, scope }: Pick<Statement, 'checklist' | 'scope'>,
  { requirement, subject }: Pick<Covered, 'requirement' | 'subject'>,
): AnswerPlace {
  return {
    checklist: checklist.id,
    requirement: requirement.number,
    of: scope.of,
    subject,
    fiscalYear: scope.fiscalYear,
  };
}

/** The key under which what is typed is kept. */
export function draftKeyOf(place: AnswerPlace, field: string): string {
  return `statement/${placeKey(place)}/${field}`;
}
