import { describe, expect, it } from 'vitest';
import { newId } from '#shared/model/basics.ts';
import { blankEntry, type Entry } from '#shared/model/entry.ts';
import { entryDisputes } from '#shared/register/entry-disputes.ts';

const page = newId();
const talk = newId();
const guidelines = newId();
const entry = (fields: Partial<Entry>): Entry =>
  blankEntry({
    id: newId(),
    kind: 'revision',
    arrangementId: guidelines,
    by: '',
    at: '2020-01-01T00:00:00.000Z',
    ...fields,
  });
const none = new Set<string>();
const disputes = (...entries: Entry[]) => entryDisputes(entries, none, 4);

describe('what sources date differently (W11)', () => {
  // Fiscal years by their beginning: FY2020 is 2019.
  const onPage = entry({ fiscalYear: 2019, sourceId: page });
  const inTalk = entry({ fiscalYear: 2020, sourceId: talk });

  it('is shown side by side, the earliest first, until somebody decides', () => {
    expect(disputes(inTalk, onPage)).toMatchObject([
      { entries: [{ id: onPage.id }, { id: inTalk.id }], why: null },
    ]);
    const why = { standingWhy: 'The page is of that year' };
    const decided = [
      { ...onPage, ...why },
      { ...inTalk, ...why, standing: 'set-aside' as const },
    ];
    expect(disputes(...decided)[0]?.why).toBe('The page is of that year');
    const another = { ...entry({ fiscalYear: 2017, sourceId: newId() }) };
    // What a further source says was not decided on, unless it agrees with what stands.
    expect(disputes(...decided, another)[0]?.why).toBeNull();
    expect(disputes(...decided, { ...another, fiscalYear: 2019 })[0]?.why).toBe('The page is of that year');
  });

  it('is no dispute where both can be right', () => {
    expect(disputes(onPage, entry({ when: '2020-02', sourceId: talk }))).toEqual([]);
    expect(disputes(onPage, entry({ fiscalYear: 2020, sourceId: page }))).toEqual([]);
    expect(disputes(onPage, inTalk, entry({ fiscalYear: 2019, sourceId: talk }))).toEqual([]);
    // Planned and done are not the same event: they stand in the timeline, each with its source.
    expect(disputes(onPage, { ...inTalk, phase: 'planned' })).toEqual([]);
    expect(disputes(onPage, { ...inTalk, kind: 'approval' })).toEqual([]);
    expect(disputes({ ...onPage, sourceId: null }, inTalk)).toEqual([]);
    const meetings = [onPage, inTalk].map((one) => ({ ...one, kind: 'meeting' as const }));
    expect(disputes(...meetings)).toEqual([]);
    expect(entryDisputes([onPage, inTalk], new Set([guidelines]), 4)).toEqual([]);
  });

  it('is found for an instrument too', () => {
    const instrument = { to: 'instrument', id: newId() } as const;
    const of = (one: Entry) => ({ ...one, arrangementId: null, refs: [instrument] });
    expect(disputes(of(onPage), of(inTalk))).toHaveLength(1);
  });
});
