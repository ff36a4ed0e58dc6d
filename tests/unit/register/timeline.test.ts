import { expect, it } from 'vitest';
import { blankArrangement } from '#shared/model/arrangement.ts';
import { newId } from '#shared/model/basics.ts';
import { blankEntry } from '#shared/model/entry.ts';
import { blankOrganisation } from '#shared/model/organisation.ts';
import { emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import { timelineOf } from '#shared/register/timeline.ts';
import { makeFigure, makeIndicator } from '../../fixtures/figures.ts';
import { makeIssue } from '../../fixtures/state.ts';

const author = { by: '', at: '2020-01-01T00:00:00.000Z' };

it('holds everything that refers to a row once, the latest first and what has no date last', () => {
  const company = blankOrganisation({ id: newId(), name: { en: 'Harbour Ltd' } });
  const part = blankOrganisation({ id: newId(), name: { en: 'Quay' }, partOf: [company.id] });
  const hotline = blankArrangement({ id: newId(), name: { en: 'Hotline' }, of: company.id, since: '2005' });
  const indicator = makeIndicator();
  const figures = [2018, 2019].map((year) => makeFigure(indicator.id, year, 42, { of: company.id }));
  const visit = blankEntry({
    id: newId(),
    kind: 'visit',
    when: '2019-06-03',
    refs: [
      { to: 'issue', id: newId() },
      { to: 'organisation', id: company.id },
    ],
    ...author,
  });
  const elsewhere = blankEntry({ id: newId(), kind: 'visit', of: part.id, fiscalYear: 2019, ...author });
  const state: WorkspaceState = {
    ...emptyState(),
    organisations: [company, part],
    arrangements: [hotline],
    indicators: [indicator],
    figures,
    entries: [visit, elsewhere],
  };
  const items = timelineOf(state, [{ table: 'organisations', id: company.id }], 4);
  expect(items.map(({ table, fiscalYear, when, count }) => [table, when ?? fiscalYear, count])).toEqual([
    ['figures', 2019, 2],
    ['entries', '2019-06-03', 1],
    ['arrangements', '2005', 1],
    ['organisations', null, 1],
  ]);
});

it('holds what cites an instrument by its code', () => {
  const issue = makeIssue({ instruments: [{ code: 'ILO C29', provision: '' }] });
  const state: WorkspaceState = { ...emptyState(), issues: [issue] };
  const of = (code: string) => timelineOf(state, [{ table: 'instruments', id: newId(), code }], 4);
  expect(of('ILO C29').map(({ row }) => row.id)).toEqual([issue.id]);
  expect(of('ILO C138')).toEqual([]);
});
