import { describe, expect, it } from 'vitest';
import { type Arrangement, blankArrangement } from '#shared/model/arrangement.ts';
import { newId } from '#shared/model/basics.ts';
import { blankEntry, type Entry } from '#shared/model/entry.ts';
import { blankFigure } from '#shared/model/figure.ts';
import { blankIndicator } from '#shared/model/indicator.ts';
import { blankInstrument } from '#shared/model/instrument.ts';
import { blankOrganisation } from '#shared/model/organisation.ts';
import { emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import { checklistOf } from '#shared/statement/checklists.ts';
import { Gatherer } from '#shared/statement/gather.ts';
import type { Subject } from '#shared/statement/place.ts';
import { type RestsOn, restsOn, withRow } from '#shared/statement/rests-on.ts';
import { makeAnswer } from '../../fixtures/answers.ts';
import { AT } from '../report/workspace.ts';

const AUTHOR = { by: 'Ren', at: AT };
const arrangement = (name: string, fields: Partial<Arrangement>) =>
  blankArrangement({ id: newId(), name: { en: name }, ...fields });
const entry = (kind: Entry['kind'], fields: Partial<Entry>) =>
  blankEntry({ id: newId(), kind, text: kind, ...AUTHOR, ...fields });

function register() {
  const group = blankOrganisation({ id: newId(), name: { en: 'Group' }, kind: 'own-set' });
  const company = blankOrganisation({
    id: newId(),
    name: { en: 'Company' },
    kind: 'own',
    partOf: [group.id],
  });
  const other = blankOrganisation({ id: newId(), name: { en: 'Europe' }, kind: 'own', partOf: [group.id] });
  const policy = blankInstrument({
    ...{
      id: newId(),
      code: 'HRP',
      name: { en: 'Human rights policy' },
      kind: 'policy',
      of: group.id,
      since: '2015',
    },
  });
  const later = blankInstrument({ ...policy, id: newId(), code: 'P2', since: '2022' });
  const law = blankInstrument({ id: newId(), code: 'C29', name: { en: 'ILO C29' }, kind: 'convention' });
  const hotline = arrangement('Hotline', { kind: 'channel', of: company.id });
  const desk = arrangement('Desk', { kind: 'channel', of: other.id });
  const training = arrangement('Online training', { kind: 'training', of: company.id });
  const statement = arrangement('Statement', { kind: 'statement' });
  const indicator = blankIndicator({ id: newId(), name: { en: 'Trained' }, unit: 'people' });
  const figure = (fiscalYear: number, via: string) =>
    blankFigure({
      id: newId(),
      at: AT,
      indicatorId: indicator.id,
      of: company.id,
      via,
      period: { fiscalYear },
      value: 9,
    });
  const figures = [figure(2018, training.id), figure(2019, training.id), figure(2019, hotline.id)];
  const adopted = entry('adoption', { refs: [{ to: 'instrument', id: policy.id }], when: '2019-04-10' });
  const approved = entry('approval', { arrangementId: statement.id, fiscalYear: 2019, when: '2020-09-30' });
  const dropped = entry('audit', { when: '2019-08', phase: 'dropped' });
  const audit = entry('audit', { when: '2019-08' });
  const state: WorkspaceState = {
    ...emptyState(),
    organisations: [group, company, other],
    instruments: [policy, later, law],
    arrangements: [hotline, desk, training, statement],
    indicators: [indicator],
    figures,
    entries: [adopted, approved, dropped, audit],
  };
  return {
    state,
    company,
    other,
    policy,
    hotline,
    desk,
    training,
    statement,
    figures,
    adopted,
    approved,
    audit,
  };
}

function gathered(
  state: WorkspaceState,
  id: string,
  number: string,
  of: string | null = null,
  subject: Subject = null,
) {
  const checklist = checklistOf(id);
  const requirement = checklist.requirements.find((one) => one.number === number);
  if (!requirement) throw new Error(number);
  return new Gatherer(state, checklist, { of, fiscalYear: 2019 })
    .of({ requirement, subject })
    .map((ref) => ref.id);
}

describe('what a requirement gathers', () => {
  it('is of the year: policies in force, figures of it, what happened in it and was not dropped', () => {
    const { state, policy, adopted, training, figures, audit, hotline, desk } = register();
    expect(gathered(state, 'uk-msa-54', '54(5)(b)')).toEqual([policy.id, adopted.id]);
    expect(gathered(state, 'uk-msa-54', '54(5)(f)')).toEqual([training.id, figures[1]?.id]);
    expect(gathered(state, 'uk-msa-54', '54(5)(c)')).toEqual([hotline.id, desk.id, audit.id]);
  });

  it('is of the organisation, of its group and of its parts, and not of a sister', () => {
    const { state, policy, adopted, company, other, hotline, desk } = register();
    expect(gathered(state, 'uk-msa-54', '54(5)(b)', company.id)).toEqual([policy.id, adopted.id]);
    expect(gathered(state, 'uk-msa-54', '54(5)(c)', company.id)).toContain(hotline.id);
    expect(gathered(state, 'uk-msa-54', '54(5)(c)', company.id)).not.toContain(desk.id);
    expect(gathered(state, 'uk-msa-54', '54(5)(f)', other.id)).toEqual([]);
  });

  it('is of the channel that is asked about', () => {
    const { state, hotline, desk, figures } = register();
    const of = (id: string) => ({ to: 'arrangement' as const, id });
    expect(gathered(state, 'ungp-31', '31(e)', null, of(hotline.id))).toEqual([hotline.id, figures[2]?.id]);
    expect(gathered(state, 'ungp-31', '31(e)', null, of(desk.id))).toEqual([desk.id]);
  });

  it('of the approval is only that of the statement, also where it came after the year', () => {
    const { state, statement, approved } = register();
    expect(gathered(state, 'uk-msa-54', '54(6)')).toEqual([statement.id, approved.id]);
  });
});

describe('what an answer rests on', () => {
  const own: RestsOn = { to: 'arrangement', id: newId() };
  const others: RestsOn = { to: 'advice', id: newId() };
  const gatheredRows = [own, others];

  it('is the company’s own without being asked, and what may name others only where somebody chose it', () => {
    expect(restsOn(gatheredRows, null)).toEqual([own]);
    const chosen = makeAnswer(withRow(gatheredRows, null, others, true));
    expect(restsOn(gatheredRows, chosen)).toEqual([own, others]);
    const without = makeAnswer(withRow(gatheredRows, chosen, own, false));
    expect(restsOn(gatheredRows, without)).toEqual([others]);
    const again = withRow(gatheredRows, without, own, true);
    expect(again.leftOut).toEqual([]);
    expect(withRow(gatheredRows, makeAnswer(again), others, false).uses).toEqual([]);
  });
});
