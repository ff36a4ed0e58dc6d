import { z } from 'zod';
import { LocalText } from './basics.ts';
import { idOf, ownId } from './id.ts';
import { shape } from './table.ts';

/** Issues that are monitored together, e.g. "AI and human rights". Ranks as its best member (METHOD, tiers). */
export const Theme = z.strictObject({
  id: ownId('themes'),
  code: z.string().min(1),
  order: z.number(),
  name: LocalText,
  definition: LocalText,
  issueIds: z.array(idOf('issues')),
});
export type Theme = z.infer<typeof Theme>;

export const themeTable = shape({
  schema: Theme,
  index: ['code'],
  merge: { code: 'plain', order: 'plain', name: 'plain', definition: 'prose', issueIds: 'set' },
});
