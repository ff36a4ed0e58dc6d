import { describe, expect, it } from 'vitest';
import { ownerSuggestions } from '#shared/edit/owners.ts';

describe('suggested owners', () => {
  it('are earlier owners, the most frequent first, then the people of the company, each once', () => {
    const owners = ownerSuggestions(
      {
        advice: [{ owner: 'Legal' }, { owner: 'Procurement' }, { owner: ' Procurement ' }, { owner: '' }],
        decisions: [{ owner: 'Okimi' }],
        participants: [
          { name: 'Suzuki', personId: 'p1', voice: 'company' },
          { name: 'Okimi', personId: null, voice: 'company' },
          { name: 'Expert', personId: null, voice: 'expert' },
        ],
        persons: [{ id: 'p1', name: { en: 'Hana Suzuki', ja: '鈴木はな' } }],
      },
      'ja',
    );
    expect(owners).toEqual(['Procurement', 'Legal', 'Okimi', '鈴木はな']);
  });
});
