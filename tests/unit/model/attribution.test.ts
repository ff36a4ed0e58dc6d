import { describe, expect, it } from 'vitest';
import { attributionOf, policyFor } from '#shared/model/attribution.ts';
import { ATTRIBUTION_POLICIES } from '#shared/model/dialogue.ts';
import { makeParticipant } from '../../fixtures/state.ts';

const speaker = makeParticipant('d');

describe('policyFor', () => {
  it('is never looser than the dialogue’s, whatever the passage says', () => {
    for (const [strictness, attribution] of ATTRIBUTION_POLICIES.entries()) {
      for (const own of [null, ...ATTRIBUTION_POLICIES]) {
        const policy = policyFor({ attribution }, { attribution: own });
        const expected = Math.max(strictness, own === null ? 0 : ATTRIBUTION_POLICIES.indexOf(own));
        expect(ATTRIBUTION_POLICIES.indexOf(policy)).toBe(expected);
      }
    }
  });
});

describe('attributionOf', () => {
  it('says no more than the policy allows', () => {
    expect(attributionOf({ attribution: 'named' }, speaker)).toMatchObject({ name: 'Mirela Osei' });
    expect(JSON.stringify(attributionOf({ attribution: 'affiliation' }, speaker))).not.toContain('Osei');
    const byRole = JSON.stringify(attributionOf({ attribution: 'role' }, speaker));
    expect(byRole).not.toContain('Osei');
    expect(byRole).not.toContain('Harbour');
    expect(attributionOf({ attribution: 'unattributed' }, speaker)).toEqual({ policy: 'unattributed' });
  });

  it('never guesses an unknown speaker', () => {
    expect(attributionOf({ attribution: 'named' }, null)).toEqual({ policy: 'unattributed' });
    expect(attributionOf({ attribution: 'off-record' }, null)).toEqual({ policy: 'off-record' });
  });
});
