import { z } from 'zod';
import { LocalText, PartialDate } from './basics.ts';
import { idOf, ownId } from './id.ts';
import { added, shape } from './table.ts';

export const INSTRUMENT_KINDS = [
  'declaration',
  'covenant',
  'convention',
  'guideline',
  'goal',
  'law',
  'standard',
  'policy',
  'principles',
  'code',
] as const;
export const InstrumentKind = z.enum(INSTRUMENT_KINDS);
export type InstrumentKind = z.infer<typeof InstrumentKind>;

/**
 * A text that binds or guides: an international instrument, a law or standard on which an issue rests, or a policy of
 * the company. When one was adopted, revised or approved is told by entries that point at it.
 */
export const Instrument = z.strictObject({
  id: ownId('instruments'),
  /** Short name people cite, e.g. `UDHR`, `ICCPR`, `ILO C29`, `SDG`. Unique. */
  code: z.string().min(1),
  name: LocalText,
  kind: InstrumentKind,
  /** Whose text it is, of a policy of the company's own; null = nobody's of the group. */
  of: idOf('organisations').nullable(),
  /** From when and until when it is in force. */
  since: PartialDate.nullable(),
  until: PartialDate.nullable(),
  summary: LocalText,
  /** Where it can be read; never fetched. */
  place: z.string(),
});
export type Instrument = z.infer<typeof Instrument>;

export const instrumentTable = shape({
  schema: Instrument,
  history: [added(9, { of: null, since: null, until: null, summary: {}, place: '' })],
  index: ['code'],
  merge: {
    code: 'plain',
    name: 'plain',
    kind: 'plain',
    of: 'plain',
    since: 'plain',
    until: 'plain',
    summary: 'prose',
    place: 'plain',
  },
});

/** A place in an instrument: `{code: 'ICCPR', provision: '8'}`; `provision` is empty where the whole is meant. */
export const InstrumentReference = z.strictObject({ code: z.string().min(1), provision: z.string() });
export type InstrumentReference = z.infer<typeof InstrumentReference>;

/** An instrument of which nothing more is said than what is given. */
export function blankInstrument(
  fields: Partial<Instrument> & Pick<Instrument, 'id' | 'code' | 'name' | 'kind'>,
): Instrument {
  return { of: null, since: null, until: null, summary: {}, place: '', ...fields };
}
