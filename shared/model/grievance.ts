import { z } from 'zod';
import { FiscalYear, LocalText } from './basics.ts';
import { ownId } from './id.ts';
import { shape } from './table.ts';

/** Counts received by one grievance channel in one fiscal year (UNGP 29, 31). */
export const Grievance = z.strictObject({
  id: ownId('grievances'),
  channel: LocalText,
  fiscalYear: FiscalYear,
  counts: z.array(z.strictObject({ type: LocalText, count: z.int().min(0) })),
  note: LocalText,
});
export type Grievance = z.infer<typeof Grievance>;

export const grievanceTable = shape({
  schema: Grievance,
  index: ['fiscalYear'],
  merge: { channel: 'plain', fiscalYear: 'plain', counts: 'set', note: 'prose' },
});
