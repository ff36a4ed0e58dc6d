import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_QUERY } from '#shared/model/view.ts';
import { coverageOf } from '#shared/retrieval/coverage.ts';
import { issuesByDialogue, issuesBySpeaker, issuesTogether, narrowed } from '#shared/retrieval/cross.ts';
import { type Find, findPassages } from '#shared/retrieval/find.ts';
import { PassageIndex } from '#shared/retrieval/passage-index.ts';
import { saturationOf } from '#shared/retrieval/saturation.ts';
import { anyQuestion, anyWorld } from './workspace.ts';

describe('the tables of counts', () => {
  it('count in each cell what the cell opens', () => {
    fc.assert(
      fc.property(anyQuestion, ({ world, query }) => {
        const index = new PassageIndex(world.state);
        const listed = world.issueIds.slice(0, 3);
        const units = (finds: readonly Find[]) =>
          query.near === 'words'
            ? finds.length
            : new Set(finds.map(({ turn, dialogue }) => (query.near === 'turn' ? turn.id : dialogue.id)))
                .size;
        const together = issuesTogether(index, query);
        for (const row of listed)
          for (const column of listed) {
            const count = units(findPassages(index, narrowed(query, [row, column])));
            expect(together.count(row, column)).toBe(count);
            if (row !== column) expect(together.highest).toBeGreaterThanOrEqual(count);
          }

        const speakers = issuesBySpeaker(index, query);
        const dialogues = issuesByDialogue(index, query);
        for (const row of listed) {
          const finds = findPassages(index, narrowed(query, [row]));
          for (const { id } of world.state.participants)
            expect(speakers.count(row, id)).toBe(finds.filter(({ speakerId }) => speakerId === id).length);
          for (const { id } of world.state.dialogues)
            expect(dialogues.count(row, id)).toBe(finds.filter(({ dialogue }) => dialogue.id === id).length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('show only issues and speakers that have something in them, dialogues in the order of time', () => {
    fc.assert(
      fc.property(anyQuestion, ({ world, query }) => {
        const index = new PassageIndex(world.state);
        for (const table of [issuesBySpeaker(index, query), issuesByDialogue(index, query)]) {
          for (const row of table.rows)
            expect(table.columns.some((column) => table.count(row, column) > 0)).toBe(true);
          for (const column of table.columns)
            expect(table.rows.some((row) => table.count(row, column) > 0)).toBe(true);
        }
        const years = issuesByDialogue(index, query).columns.map((id) => index.dialogues.get(id)?.fiscalYear);
        expect(years).toEqual([...years].sort());
      }),
      { numRuns: 100 },
    );
  });
});

describe('coverage', () => {
  it('counts each person once, and says what is missing', () => {
    fc.assert(
      fc.property(anyQuestion, ({ world, query }) => {
        const index = new PassageIndex(world.state);
        for (const group of coverageOf(index, query)) {
          for (const { issueId, people, external, places, gap } of group.issues) {
            const finds = findPassages(index, narrowed(query, [issueId]));
            const outside = new Set(
              finds.filter(({ participant }) => participant?.external).map(({ speakerId }) => speakerId),
            );
            expect(places).toBe(finds.length);
            expect(external).toBe(outside.size);
            // In these worlds everyone from outside is a rightsholder.
            expect(people.rightsholder).toBe(outside.size);
            expect(gap).toBe(outside.size === 0 ? 'external' : null);
            expect(group.external).toBeGreaterThanOrEqual(external);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('lists the issues on the list though nobody spoke of them, and calls experts alone a gap', () => {
    fc.assert(
      fc.property(anyWorld, ({ state }) => {
        const experts = {
          ...state,
          participants: state.participants.map((one) => ({ ...one, voice: 'expert' as const })),
        };
        const [group, ...others] = coverageOf(new PassageIndex(experts), EMPTY_QUERY);
        expect(others).toEqual([]);
        expect(group?.issues).toHaveLength(3);
        for (const { external, gap } of group?.issues ?? [])
          expect(gap).toBe(external > 0 ? 'rightsholder' : 'external');
      }),
      { numRuns: 60 },
    );
  });
});

describe('saturation', () => {
  it('counts every issue as new once, in the first dialogue that speaks of it', () => {
    fc.assert(
      fc.property(anyQuestion, ({ world, query }) => {
        const index = new PassageIndex(world.state);
        const steps = saturationOf(index, query);
        const fresh = steps.flatMap((step) => step.fresh);
        expect(new Set(fresh).size).toBe(fresh.length);
        expect(new Set(fresh)).toEqual(new Set(steps.flatMap((step) => step.heard)));
        let total = 0;
        for (const step of steps) {
          total += step.fresh.length;
          expect(step.total).toBe(total);
        }
        const table = issuesByDialogue(index, query);
        for (const step of steps)
          expect(step.heard).toEqual(table.rows.filter((row) => table.count(row, step.dialogueId) > 0));
      }),
      { numRuns: 150 },
    );
  });
});
