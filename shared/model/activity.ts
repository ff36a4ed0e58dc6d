import { z } from 'zod';
import { FiscalYear, Id, LocalText } from './basics.ts';
import { shape } from './table.ts';

/** Something the company did for human rights, with figures by year: training, engagement, policy, statement. */
export const Activity = z.strictObject({
  id: Id,
  name: LocalText,
  kind: z.enum(['training', 'supplier-engagement', 'policy', 'statement', 'membership', 'other']),
  issueIds: z.array(Id),
  figures: z.array(z.strictObject({ fiscalYear: FiscalYear, label: LocalText, value: z.number() })),
  note: LocalText,
});
export type Activity = z.infer<typeof Activity>;

export const activityTable = shape({ schema: Activity });
