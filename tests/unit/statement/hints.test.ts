import { expect, it } from 'vitest';
import { emptyState } from '#shared/model/tables.ts';
import { approvalOf } from '#shared/statement/approval.ts';
import { checklistOf } from '#shared/statement/checklists.ts';
import { coverageOf } from '#shared/statement/coverage.ts';
import { hintsOf } from '#shared/statement/hints.ts';
import { makeAnswer } from '../../fixtures/answers.ts';

const SCOPE = { of: null, fiscalYear: 2019 };

function found(text: Record<string, string>, id = 'uk-msa-54') {
  const checklist = checklistOf(id);
  const state = { ...emptyState(), answers: [makeAnswer({ checklist: id, text })] };
  const approval = approvalOf(checklist, state, SCOPE);
  return hintsOf(checklist, coverageOf(checklist, state, SCOPE).places, approval)
    .filter((one) => one.found)
    .map((one) => one.id);
}

it('the sixteen questions are found by words of either language, and by nothing else', () => {
  expect(found({ en: 'Nothing to see.' })).toEqual([]);
  expect(found({ en: 'We AUDIT every supplier and train buyers.' })).toEqual([
    'chain',
    'diligence',
    'training',
  ]);
  expect(found({ ja: 'ホットラインで苦情を受け付け、是正しています。' })).toEqual(['channel', 'remedy']);
  expect(
    hintsOf(checklistOf('uk-msa-54'), [], approvalOf(checklistOf('uk-msa-54'), emptyState(), SCOPE)),
  ).toHaveLength(16);
  expect(
    hintsOf(checklistOf('ungp-31'), [], approvalOf(checklistOf('ungp-31'), emptyState(), SCOPE)),
  ).toEqual([]);
});
