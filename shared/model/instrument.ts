import { z } from 'zod';
import { LocalText } from './basics.ts';
import { ownId } from './id.ts';
import { shape } from './table.ts';

/** An international instrument, law or standard on which an issue rests. */
export const Instrument = z.strictObject({
  id: ownId('instruments'),
  /** Short name people cite, e.g. `UDHR`, `ICCPR`, `ILO C29`, `SDG`. Unique. */
  code: z.string().min(1),
  name: LocalText,
  kind: z.enum(['declaration', 'covenant', 'convention', 'guideline', 'goal', 'law', 'standard']),
});
export type Instrument = z.infer<typeof Instrument>;

export const instrumentTable = shape({
  schema: Instrument,
  index: ['code'],
  merge: { code: 'plain', name: 'plain', kind: 'plain' },
});

/** A place in an instrument: `{code: 'ICCPR', provision: '8'}`; `provision` is empty where the whole is meant. */
export const InstrumentReference = z.strictObject({ code: z.string().min(1), provision: z.string() });
export type InstrumentReference = z.infer<typeof InstrumentReference>;
