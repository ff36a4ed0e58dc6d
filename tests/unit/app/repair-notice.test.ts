import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language, translator } from '#shared/i18n/index.ts';
import { repairSentences } from '../../../renderer/app/repair-notice.ts';
import { screenOf } from '../../../renderer/app/session.ts';
import type { OpeningRepair } from '../../../renderer/store/index.ts';

const AS_LEFT: OpeningRepair = {
  repaired: 'none',
  entries: 0,
  tornTail: false,
  damaged: [],
  folder: '/profile/workspaces/1',
  missing: null,
  complete: true,
  keptAside: null,
};

describe('mendingSentences', () => {
  const t = translator('en');

  test('a workspace found as it was left says nothing', () => {
    expect(repairSentences(t, AS_LEFT)).toEqual([]);
  });

  test('where database and log agree, it is said that everything is here', () => {
    const sentences = repairSentences(t, { ...AS_LEFT, repaired: 'replayed', entries: 1, tornTail: true });
    expect(sentences).toHaveLength(3);
    expect(sentences[0]).toContain('One change');
    expect(sentences.at(-1)).toBe('Everything that had been saved is here.');
  });

  test.each(Object.keys(LANGUAGES) as Language[])(
    'names and numbers stand in the sentences (%s)',
    (language) => {
      const sentences = repairSentences(translator(language), {
        ...AS_LEFT,
        repaired: 'rebuilt',
        entries: 42,
        damaged: ['a.json.gz', 'b.json.gz'],
        complete: false,
        missing: { lostEntries: 17, lostChanges: 8, atLeast: true },
        keptAside: 'ab12',
      }).join('\n');
      for (const word of ['42', 'a.json.gz, b.json.gz', AS_LEFT.folder, '8', '9'])
        expect(sentences).toContain(word);
    },
  );

  test.each(Object.keys(LANGUAGES) as Language[])(
    'nothing says that everything is here unless that was found out (%s)',
    (language) => {
      const speak = translator(language);
      const claim = speak('shell.mending.complete');
      for (const repaired of ['none', 'replayed', 'rebuilt', 'log-restored'] as const)
        for (const tornTail of [false, true]) {
          const sentences = repairSentences(speak, { ...AS_LEFT, repaired, tornTail, complete: false });
          expect(sentences).not.toContain(claim);
          expect(sentences).not.toContain(speak('shell.mending.tornTail.known'));
        }
    },
  );
});

describe('screenOf', () => {
  test('a workspace that failed to open is never taken for a first run', () => {
    expect(screenOf('failed', null, false)).toBe('recovery');
    expect(screenOf('failed', null, true)).toBe('recovery');
    expect(screenOf('none', null, true)).toBe('welcome');
  });

  test('an encrypted workspace asks for its passphrase, unless another is open or something is under way', () => {
    expect(screenOf('none', null, true, true)).toBe('locked');
    expect(screenOf('open', null, true, true)).toBe('shell');
    expect(screenOf('failed', null, true, true)).toBe('recovery');
    expect(screenOf('none', 'opening', true, true)).toBe('waiting');
  });

  test('an open workspace is shown once its views are there and nothing is under way', () => {
    expect(screenOf('open', null, true)).toBe('shell');
    expect(screenOf('open', null, false)).toBe('waiting');
    expect(screenOf('open', 'closing', true)).toBe('waiting');
    expect(screenOf('opening', null, true)).toBe('waiting');
  });
});
