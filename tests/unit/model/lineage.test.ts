import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type KinOf, origins, predecessors, successor, successors } from '#shared/model/lineage.ts';

interface Kin {
  readonly id: string;
  readonly mergedInto: string | null;
  readonly splitFrom: string | null;
}

const one = (id: string, mergedInto: string | null = null, splitFrom: string | null = null): Kin => ({
  id,
  mergedInto,
  splitFrom,
});
const kinOf =
  (issues: readonly Kin[]): KinOf =>
  (id) =>
    issues.find((issue) => issue.id === id);
const into = (issues: readonly Kin[]) => (id: string) => issues.filter(({ mergedInto }) => mergedInto === id);

test('an issue stands for itself until it is merged, then what it was merged into does', () => {
  const issues = [one('a', 'b'), one('b', 'c'), one('c'), one('d')];
  expect([...successors(kinOf(issues), 'a')]).toEqual(['a', 'b', 'c']);
  expect(successor(kinOf(issues), 'a')).toBe('c');
  expect(successor(kinOf(issues), 'd')).toBe('d');
  expect(successor(kinOf(issues), 'gone')).toBe('gone');
  expect(predecessors(into(issues), 'c').map(({ id }) => id)).toEqual(['b', 'a']);
});

test('what was split off leads back to what it was split from, at any remove', () => {
  const issues = [one('a'), one('b', null, 'a'), one('c', null, 'b')];
  expect([...origins(kinOf(issues), 'c')]).toEqual(['b', 'a']);
  expect([...origins(kinOf(issues), 'a')]).toEqual([]);
});

test('whatever the issues say of one another, every way ends, and predecessors are what leads here', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const kin = fc.record({ id, mergedInto: fc.option(id), splitFrom: fc.option(id) });
  fc.assert(
    fc.property(fc.uniqueArray(kin, { selector: (issue) => issue.id }), (issues) => {
      for (const issue of issues) {
        const way = [...successors(kinOf(issues), issue.id)];
        expect(new Set(way).size).toBe(way.length);
        expect(way.at(-1)).toBe(successor(kinOf(issues), issue.id));
        for (const before of predecessors(into(issues), issue.id))
          expect([...successors(kinOf(issues), before.id)]).toContain(issue.id);
        expect([...origins(kinOf(issues), issue.id)].length).toBeLessThanOrEqual(5);
      }
    }),
  );
});
