import { describe, expect, it } from 'vitest';
import { blankArrangement } from '#shared/model/arrangement.ts';
import { newId } from '#shared/model/basics.ts';
import { blankEntry, type Entry } from '#shared/model/entry.ts';
import { emptyState } from '#shared/model/tables.ts';
import { approvalOf } from '#shared/statement/approval.ts';

const [company, sister] = [newId(), newId()];
const LAW = { law: 'UK MSA' };
const statement = (fields: Partial<ReturnType<typeof blankArrangement>> = {}) =>
  blankArrangement({ id: newId(), name: { en: 'Statement' }, kind: 'statement', ...fields });
const approved = (arrangementId: string, fields: Partial<Entry> = {}): Entry =>
  blankEntry({
    ...{ id: newId(), kind: 'approval', by: 'Ren', at: '2024-06-02T00:00:00.000Z' },
    ...{ arrangementId, fiscalYear: 2019, ...fields },
  });

function found(arrangements: ReturnType<typeof statement>[], entries: Entry[], of: string | null = null) {
  return approvalOf(LAW, { ...emptyState(), arrangements, entries }, { of, fiscalYear: 2019 });
}

describe('the approval of a statement', () => {
  it('is the latest that was done and stands, of the year', () => {
    const own = statement();
    const [earlier, later] = ['2020-05', '2020-09-30'].map((when) => approved(own.id, { when })) as [
      Entry,
      Entry,
    ];
    const others = [
      approved(own.id, { when: '2021-01', fiscalYear: 2020 }),
      approved(own.id, { when: '2020-10', phase: 'planned' }),
      approved(own.id, { when: '2020-10', phase: 'dropped', why: 'Postponed' }),
      approved(own.id, { when: '2020-11', standing: 'set-aside', standingWhy: 'The minutes differ' }),
      approved(newId(), { when: '2020-12' }),
    ];
    for (const entries of [
      [earlier, later, ...others],
      [...others, later, earlier],
    ])
      expect(found([own], entries).entries).toEqual({ approval: later, signature: null, publication: null });
    // Without a calendar of its own a company's year is the calendar's.
    const byDate = approved(own.id, { when: '2019-12-31', fiscalYear: null });
    expect(found([own], [byDate]).entries.approval).toBe(byDate);
    expect(found([own], [{ ...byDate, when: '2020-01-01' }]).entries.approval).toBeNull();
  });

  it('is that of the organisation’s own statement, else of the group’s, never of a sister’s', () => {
    const [group, own, hers] = [null, company, sister].map((of) => statement({ of })) as [
      ReturnType<typeof statement>,
      ReturnType<typeof statement>,
      ReturnType<typeof statement>,
    ];
    expect(found([group, hers, own], [], company).statement).toBe(own);
    expect(found([hers, group], [], company).statement).toBe(group);
    expect(found([hers], [], company).statement).toBeNull();
    expect(found([hers], [], null).statement).toBe(hers);
    expect(found([hers, group], [], null).statement).toBe(group);
    const forSister = approved(group.id, { of: sister });
    expect(found([group], [forSister], company).entries.approval).toBeNull();
    expect(found([group], [forSister], null).entries.approval).toBe(forSister);
    expect(found([group], [approved(group.id)], company).entries.approval).not.toBeNull();
  });

  it('is that of the law, and of no other', () => {
    const cites = (code: string) => statement({ instruments: [{ code, provision: '' }] });
    const [ours, theirs, bare] = [cites('UK MSA'), cites('AU MSA'), statement()];
    expect(found([theirs, bare, ours], []).statement).toBe(ours);
    expect(found([theirs, bare], []).statement).toBe(bare);
    expect(found([theirs], []).statement).toBeNull();
  });
});
