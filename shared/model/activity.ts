import { z } from 'zod';
import { FiscalYear, LocalText } from './basics.ts';
import { idOf, ownId } from './id.ts';
import { shape } from './table.ts';

/** Something the company did for human rights, with figures by year: training, engagement, policy, statement. */
export const Activity = z.strictObject({
  id: ownId('activities'),
  name: LocalText,
  kind: z.enum(['training', 'supplier-engagement', 'policy', 'statement', 'membership', 'other']),
  issueIds: z.array(idOf('issues')),
  figures: z.array(z.strictObject({ fiscalYear: FiscalYear, label: LocalText, value: z.number() })),
  note: LocalText,
});
export type Activity = z.infer<typeof Activity>;

export const activityTable = shape({
  schema: Activity,
  index: ['kind'],
  merge: { name: 'plain', kind: 'plain', issueIds: 'set', figures: 'set', note: 'prose' },
});
