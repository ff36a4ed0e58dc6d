import { describe, expect, it } from 'vitest';
import { dueState, lastDayOf } from '#shared/model/due.ts';

describe('what is due', () => {
  it('takes a date known in part for its last day', () => {
    expect(lastDayOf('2021')).toBe('2021-12-31');
    expect(lastDayOf('2021-02')).toBe('2021-02-28');
    expect(lastDayOf('2024-02')).toBe('2024-02-29');
    expect(lastDayOf('2021-02-03')).toBe('2021-02-03');
  });

  it('is overdue only once its last day is past', () => {
    expect(dueState('2021-03', '2021-03-31')).toBe('soon');
    expect(dueState('2021-03', '2021-04-01')).toBe('overdue');
    expect(dueState('2021', '2021-04-01')).toBe('later');
    expect(dueState('2021-04-30', '2021-03-31')).toBe('soon');
    expect(dueState('2021-05-01', '2021-03-31')).toBe('later');
    expect(dueState(null, '2021-03-31')).toBe('undated');
  });
});
