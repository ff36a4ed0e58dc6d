import { z } from 'zod';
import { FiscalYear, LocalText } from './basics.ts';
import { ownId } from './id.ts';
import { shape } from './table.ts';

/** A measure by which a monitored issue is tracked (UNGP 20). */
export const Indicator = z.strictObject({
  id: ownId('indicators'),
  name: LocalText,
  unit: z.string(),
  target: z.string(),
  values: z.array(z.strictObject({ fiscalYear: FiscalYear, value: z.number().nullable(), note: z.string() })),
});
export type Indicator = z.infer<typeof Indicator>;

export const indicatorTable = shape({
  schema: Indicator,
  merge: { name: 'plain', unit: 'plain', target: 'plain', values: { list: 'fiscalYear' } },
});
