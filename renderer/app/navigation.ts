import type { MessageKey } from '#shared/i18n/index.ts';
import type { Feature } from '../ui/feature.ts';

/** The groups of the navigation, along the chain from dialogue to report. What is named in none stands last. */
const GROUPS: readonly { readonly label: MessageKey | null; readonly ids: readonly string[] }[] = [
  { label: 'shell.group.dialogues', ids: ['dialogues', 'advice', 'retrieval', 'people'] },
  { label: 'shell.group.assessment', ids: ['issues', 'assessment', 'matrix'] },
  { label: 'shell.group.decisions', ids: ['decisions', 'follow-up', 'reports', 'statements'] },
  { label: 'shell.group.register', ids: ['figures', 'register', 'suppliers'] },
  { label: null, ids: ['search'] },
];

/** Features that stand above the groups, and at the foot of the navigation. */
export const HEAD_ID = 'home';
export const FOOT_ID = 'settings';

export interface NavigationGroup {
  readonly label: MessageKey | null;
  readonly features: readonly Feature[];
}

/** The features in their groups, each in its own order; one that no group names, and that stands in none, joins the last. */
export function navigationGroups(features: readonly Feature[]): NavigationGroup[] {
  const named = new Set(GROUPS.flatMap(({ ids }) => ids));
  const last = GROUPS.length - 1;
  const apart = [HEAD_ID, FOOT_ID];
  return GROUPS.map(({ label, ids }, index) => ({
    label,
    features: features
      .filter(({ within }) => within === undefined)
      .filter(({ id }) => !apart.includes(id) && (ids.includes(id) || (index === last && !named.has(id))))
      .sort((a, b) => a.order - b.order),
  })).filter(({ features: members }) => members.length > 0);
}
