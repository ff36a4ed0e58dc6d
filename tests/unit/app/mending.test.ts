import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language, translator } from '#shared/i18n/index.ts';
import { mendingSentences } from '../../../renderer/app/mending.ts';
import { screenOf } from '../../../renderer/app/session.ts';
import type { Mending } from '../../../renderer/store/index.ts';

const AS_LEFT: Mending = { mended: 'none', entries: 0, tornTail: false, damaged: [], keptAside: null };

describe('mendingSentences', () => {
  const t = translator('en');

  test('a workspace found as it was left says nothing', () => {
    expect(mendingSentences(t, AS_LEFT)).toEqual([]);
  });

  test('every mending ends with what is kept', () => {
    const told = mendingSentences(t, { ...AS_LEFT, mended: 'replayed', entries: 1, tornTail: true });
    expect(told).toHaveLength(3);
    expect(told[0]).toContain('One change');
    expect(told.at(-1)).toBe('Everything that was confirmed as kept is here.');
  });

  test.each(Object.keys(LANGUAGES) as Language[])(
    'names and numbers stand in the sentences (%s)',
    (language) => {
      const told = mendingSentences(translator(language), {
        mended: 'rebuilt',
        entries: 42,
        tornTail: false,
        damaged: ['a.json.gz', 'b.json.gz'],
        keptAside: 'ab12',
      }).join('\n');
      expect(told).toContain('42');
      expect(told).toContain('a.json.gz, b.json.gz');
    },
  );
});

describe('screenOf', () => {
  test('a workspace that failed to open is never taken for a first run', () => {
    expect(screenOf('failed', null, false)).toBe('recovery');
    expect(screenOf('failed', null, true)).toBe('recovery');
    expect(screenOf('none', null, true)).toBe('welcome');
  });

  test('an open workspace is shown once its views are there and nothing is under way', () => {
    expect(screenOf('open', null, true)).toBe('shell');
    expect(screenOf('open', null, false)).toBe('waiting');
    expect(screenOf('open', 'closing', true)).toBe('waiting');
    expect(screenOf('opening', null, true)).toBe('waiting');
  });
});
