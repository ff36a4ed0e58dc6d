import { z } from 'zod';
import { Id, LocalText } from './basics.ts';
import { shape } from './table.ts';

/** Issues that are monitored together, e.g. "AI and human rights". Ranks as its best member (METHOD, tiers). */
export const Theme = z.strictObject({
  id: Id,
  code: z.string().min(1),
  order: z.number(),
  name: LocalText,
  definition: LocalText,
  issueIds: z.array(Id),
});
export type Theme = z.infer<typeof Theme>;

export const themeTable = shape({ schema: Theme });
