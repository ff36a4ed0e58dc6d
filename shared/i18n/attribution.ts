import type { Attribution } from '../model/attribution.ts';
import type { Translate } from './index.ts';

/** Who said it, in words, as far as it may be told (UNGP 21). Screen and Word take the same words from here. */
export function attributionText(t: Translate, attribution: Attribution): string {
  switch (attribution.policy) {
    case 'named':
      return [attribution.name, attribution.organisation].filter(Boolean).join(t('attribution.separator'));
    case 'affiliation':
      return attribution.organisation || t('attribution.unattributed');
    case 'role': {
      const kind = t(`personKind.${attribution.kind}`);
      return attribution.external ? t('attribution.role.external', { kind }) : kind;
    }
    case 'unattributed':
      return t('attribution.unattributed');
    case 'off-record':
      return t('attribution.off-record');
  }
}
