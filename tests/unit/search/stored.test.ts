import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DOCUMENT_KINDS, kindOf } from '#shared/search/documents.ts';
import { allKeys } from '#shared/search/follow.ts';
import { PROBE } from '#shared/search/probe.ts';
import { SearchRows } from '#shared/search/rows.ts';
import { SearchIndex } from '#shared/search/search-index.ts';
import type { Segment } from '#shared/search/segment.ts';
import { decodeSegment, encodeSegment, indexVersion } from '#shared/search/stored.ts';
import { WorkspaceSearch } from '#shared/search/workspace-search.ts';
import { ask, built, followed, talks } from './workspace.ts';

function segmentOf(state = talks().state): Segment {
  const rows = new SearchRows(state);
  const index = new SearchIndex();
  for (const _ of index.update(rows, allKeys(rows)));
  const [segment] = index.segments;
  if (!segment) throw new Error('nothing was read');
  return segment;
}

test('a segment comes back from its bytes as it was', () => {
  const { data } = segmentOf();
  const back = decodeSegment(encodeSegment(data));
  expect(back).toEqual(data);
  expect(back?.forms.text).toContain('労');
});

test('bytes that stand at any place of a buffer are read', () => {
  const { data } = segmentOf();
  const bytes = encodeSegment(data);
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  expect(decodeSegment(shifted.subarray(3))).toEqual(data);
});

test('any byte that is another is noticed', () => {
  const bytes = encodeSegment(segmentOf().data);
  fc.assert(
    fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] as number) ^ by;
      expect(decodeSegment(damaged)).toBeNull();
    }),
    { numRuns: 300 },
  );
});

test('bytes that were cut short, or are something else, are noticed', () => {
  const bytes = encodeSegment(segmentOf().data);
  for (let length = 0; length < bytes.length; length += 7)
    expect(decodeSegment(bytes.slice(0, length))).toBeNull();
  expect(decodeSegment(new Uint8Array([...bytes, 0, 0, 0, 0]))).toBeNull();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (random) => {
      expect(decodeSegment(new Uint8Array(random))).toBeNull();
    }),
  );
});

test('the version is that of this code, and the same however often it is asked for', () => {
  expect(indexVersion()).toMatch(/^\d+$/);
  expect(indexVersion()).toBe(indexVersion());
});

test('what an index is known by holds a word of every field that a document is made of', () => {
  // Every text of the probe that is different for itself: leaving a field out of a document, or taking one in, leaves
  // a mark in what is indexed.
  const rows = new SearchRows(PROBE);
  const index = new SearchIndex();
  for (const _ of index.update(rows, allKeys(rows)));
  const { data } = index.segments[0] as Segment;
  expect([...new Set(data.keys.map(kindOf))].sort()).toEqual([...DOCUMENT_KINDS].sort());
  const words = [...Array(data.forms.size).keys()].map((at) => data.forms.at(at).split('\t').at(-1) ?? '');
  const taken =
    'issuename definition wording synonym include provision covenant themename risk issuecode mergedname';
  const also =
    'mergedsynonym personname alias personorganisation dialoguetitle summary place sourcenote heading';
  const said =
    'participantname label participanttitle organisation restatement quote response commitment progressed promiser addressee owner';
  for (const word of [taken, also, said].join(' ').split(' ')) expect(words).toContain(word);
  for (const word of ['exclude', 'example', 'memo', 'themedefinition', 'filename', 'takenby'])
    expect(words).not.toContain(word);
  // Every script has an analyser that cut it.
  const terms = [...Array(data.forms.size).keys()].map((at) => data.forms.at(at).split('\t')[0] ?? '');
  for (const term of ['強制', '人人', '인권', 'права', 'muller', 'cooper', '1500'])
    expect(terms).toContain(term);
});

test('a search that took up its index answers as the one that kept it, edits after it was built and all', () => {
  const workspace = talks();
  const search = built(workspace.state);
  const [, turn, other] = workspace.turns;
  if (!turn || !other) throw new Error('no turns');
  const after = { ...turn, text: 'Cranes at the quay.' };
  followed(search, [{ table: 'turns', id: turn.id, before: turn, after }]);
  followed(search, [{ table: 'turns', id: other.id, before: other, after: null }]);

  const turns = workspace.state.turns
    .map((one) => (one.id === turn.id ? after : one))
    .filter((one) => one.id !== other.id);
  const again = new WorkspaceSearch({ ...workspace.state, turns });
  again.restore(
    search.index.segments.map((segment) => ({
      data: decodeSegment(encodeSegment(segment.data)) ?? segment.data,
      dead: [...segment.dead()],
    })),
  );
  for (const query of ['crane', 'quay audit', 'crew', '強制労働', 'broker', '']) {
    for (const typing of [false, true])
      expect(ask(again, query, { typing })).toEqual(ask(search, query, { typing }));
  }
  expect(ask(again, 'crane').total).toBe(1);
  followed(again, [{ table: 'turns', id: turn.id, before: after, after: turn }]);
  expect(ask(again, 'crane').total).toBe(0);
});
