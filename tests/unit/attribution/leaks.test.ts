import { describe, expect, it } from 'vitest';
import { type LeakChoice, undecided } from '#shared/attribution/leak.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { indexState } from '#shared/change/state.ts';
import { setPassageAttribution, stricterThan } from '#shared/edit/attribution.ts';
import { codeSelection } from '#shared/edit/coding.ts';
import type { AttributionPolicy } from '#shared/model/dialogue.ts';
import { checkedReport, fileNameOf } from '#shared/report/index.ts';
import { makeIssue } from '../../fixtures/state.ts';
import { AT, speaker, workspaceOf } from '../report/workspace.ts';

const may = speaker({
  id: '0190a000-0000-7000-8000-000000000001',
  name: 'Theresa May',
  label: 'May',
  organisation: 'Hope',
});

function state(attribution: AttributionPolicy = 'role', own: AttributionPolicy | null = null) {
  return workspaceOf(
    { attribution, title: 'What May said' },
    [may],
    [],
    [
      {
        restatement: 'Repay, as May asked, and Theresa May too.',
        sayings: [
          { speaker: may, words: 'In May the crews may rest. I hope so. Hope is a union.', attribution: own },
        ],
      },
    ],
  );
}

async function check(of: ReturnType<typeof state>, choice?: LeakChoice, creator = '') {
  const request = {
    kind: 'dialogue' as const,
    subjectId: of.dialogue.id,
    language: 'en' as const,
    creator,
    writtenAt: AT,
    pictures: [],
  };
  const { leaks } = await checkedReport(of, request);
  const choices = choice ? Object.fromEntries(leaks.map(({ id }) => [id, choice])) : {};
  const after = await checkedReport(of, request, choices);
  return { leaks, choices, document: after.document, text: JSON.stringify(after.document) };
}

describe('names that may be ordinary words', () => {
  it('are listed with their place, the words around them and where they come from', async () => {
    const { leaks } = await check(state());
    expect(leaks.map(({ place, name, sure }) => `${place} ${name} ${sure}`)).toEqual([
      'title May false',
      // Told by theme, and again with its words.
      'text May false',
      'text May false',
      'quote May false',
      'quote Hope false',
    ]);
    expect(leaks[3]).toMatchObject({ before: 'In ', after: ' the crews may rest. I hope so. Hope is …' });
    expect(leaks.map(({ source }) => source?.kind)).toEqual([
      'dialogue',
      'advice',
      'advice',
      'passage',
      'passage',
    ]);
  });

  it('stay until somebody has chosen, while what is a name for certain is taken out', async () => {
    const { leaks, text } = await check(state());
    expect(undecided(leaks, {})).toHaveLength(5);
    expect(text).toContain('as May asked, and [name withheld] too');
  });

  it('are withheld in the text, the title and the name of the file', async () => {
    const { document, text } = await check(state(), 'withhold');
    expect(text).not.toMatch(/\bMay\b|\bHope\b/);
    expect(text).toContain('may rest. I hope so.');
    expect(fileNameOf(document)).toMatch(/^What \[name withheld\] said /);
  });

  it('are left out with the words that hold them', async () => {
    const { document, text } = await check(state(), 'leave-out');
    expect(text).not.toContain('the crews');
    expect(text).not.toContain('Repay');
    expect(document.title).toBe('[name withheld]');
  });

  it('are told all the same where somebody says so', async () => {
    const { text } = await check(state(), 'tell');
    expect(text).toContain('In May the crews may rest.');
  });

  it('are asked about in a passage that is held more closely than its dialogue, and only there', async () => {
    const { leaks } = await check(state('named', 'role'));
    expect(leaks.map(({ place, name }) => `${place} ${name}`)).toEqual([
      'text May',
      'text May',
      'quote May',
      'quote Hope',
    ]);
  });
});

describe('what no dialogue’s text is made of', () => {
  it('is looked at too: the properties of the file', async () => {
    const { leaks, document } = await check(state(), 'withhold', 'Theresa May');
    expect(leaks).toContainEqual(
      expect.objectContaining({ place: 'property', name: 'Theresa May', sure: true }),
    );
    expect(document.creator).toBe('[name withheld]');
  });

  it('is not suspected where nobody is withheld', async () => {
    expect((await check(state('named'), undefined, 'Theresa May')).leaks).toEqual([]);
  });
});

describe('how closely a passage is held', () => {
  const set = async (of: AttributionPolicy, policy: AttributionPolicy | null) => {
    const rows = state(of, of === 'off-record' ? null : 'off-record');
    const draft = new Draft(stateReader(indexState(rows)));
    await setPassageAttribution(draft, rows.passages[0]?.id ?? '', policy);
    return (await draft.require('passages', rows.passages[0]?.id ?? '')).attribution;
  };

  it('can only be more than its dialogue', async () => {
    expect(stricterThan('role')).toEqual(['unattributed', 'off-record']);
    expect(stricterThan('off-record')).toEqual([]);
    expect(await set('role', 'unattributed')).toBe('unattributed');
    expect(await set('role', null)).toBe(null);
    for (const policy of ['named', 'affiliation', 'role'] as const)
      await expect(set('role', policy)).rejects.toThrow('attribution-looser');
  });

  it('is not lost where its words become part of a longer passage', async () => {
    const issue = makeIssue();
    const rows = { ...state('named'), issues: [issue] };
    const [turn] = rows.turns;
    const draft = new Draft(stateReader(indexState(rows)));
    const author = { by: 'Office', at: AT };
    const [short] = await codeSelection(
      draft,
      { turnId: turn?.id ?? '', start: 0, end: 6 },
      [issue.id],
      author,
    );
    await setPassageAttribution(draft, short?.passageId ?? '', 'off-record');
    const [long] = await codeSelection(
      draft,
      { turnId: turn?.id ?? '', start: 3, end: 20 },
      [issue.id],
      author,
    );
    expect(await draft.require('passages', long?.passageId ?? '')).toMatchObject({
      start: 0,
      end: 20,
      attribution: 'off-record',
    });
  });
});
