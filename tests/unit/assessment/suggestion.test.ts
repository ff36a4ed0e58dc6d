import { describe, expect, it } from 'vitest';
import { type SuggestionBasis, suggestLevel } from '#shared/assessment/suggestion.ts';

const THRESHOLDS = { floor: 4, topThemes: 2 };
const basis: SuggestionBasis = { severity: 3, delay: false, tier: 3, closeBelow: false, rank: null };
const suggest = (fields: Partial<SuggestionBasis>) => suggestLevel({ ...basis, ...fields }, THRESHOLDS);

describe('suggested level', () => {
  it('is to monitor closely for the first k, a tie at the last place included', () => {
    expect(suggest({ rank: 2, severity: 5, tier: 1 })).toEqual({ level: 'monitor-closely', reason: 'top' });
    expect(suggest({ rank: 3, severity: 5, tier: 1 })).toEqual({ level: 'monitor', reason: 'floor' });
  });

  it('is at least to monitor at or above the floor, and where delay would make it irremediable', () => {
    expect(suggest({ severity: 4, tier: 1 })).toEqual({ level: 'monitor', reason: 'floor' });
    expect(suggest({ severity: 2, delay: true, tier: 1 })).toEqual({ level: 'monitor', reason: 'delay' });
  });

  it('keeps tier 2 and what is close to the threshold in sight, and is silent below', () => {
    expect(suggest({ tier: 2 })).toEqual({ level: 'watch', reason: 'watch' });
    expect(suggest({ closeBelow: true })).toEqual({ level: 'watch', reason: 'watch' });
    expect(suggest({})).toEqual({ level: null, reason: 'open' });
    expect(suggest({ tier: null, rank: 1 })).toEqual({ level: null, reason: 'unrated' });
  });
});
