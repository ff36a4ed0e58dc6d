/** What the company keeps up and rests on: each table of the register is written by its own edit. */
import type { Draft } from '../change/draft.ts';
import { type Arrangement, blankArrangement, type Cadence } from '../model/arrangement.ts';
import { type LocalText, newId, tidy } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import { blankIndicator, type Indicator } from '../model/indicator.ts';
import { blankInstrument, type Instrument } from '../model/instrument.ts';
import { blankOrganisation, type Organisation } from '../model/organisation.ts';
import { ProblemError } from '../model/problem.ts';
import { blankSource, type Source } from '../model/source.ts';
import type { Rows, TableName } from '../model/tables.ts';
import { withCadence } from '../register/cadence.ts';
import { freeCode } from './free-code.ts';

type Said<R, Needed extends keyof R> = Partial<Omit<R, 'id'>> & Pick<R, Needed>;
type Legacy = 'values' | 'target';

/** @throws ProblemError `register-name-missing` */
export async function putIndicator(
  draft: Draft,
  fields: Said<Omit<Indicator, Legacy>, 'name'>,
  id?: IdOf<'indicators'>,
): Promise<Indicator> {
  const before =
    id === undefined ? blankIndicator({ id: newId(), name: {} }) : await draft.require('indicators', id);
  const indicator: Indicator = { ...before, ...fields, name: named(fields.name) };
  await draft.put('indicators', indicator);
  return indicator;
}

/** @throws ProblemError `register-name-missing`, `organisation-circle` */
export async function putOrganisation(
  draft: Draft,
  fields: Said<Organisation, 'name'>,
  id?: IdOf<'organisations'>,
): Promise<Organisation> {
  const before: Organisation =
    id === undefined
      ? blankOrganisation({ id: newId(), name: {} })
      : await draft.require('organisations', id);
  const organisation: Organisation = { ...before, ...fields, name: named(fields.name) };
  await draft.put('organisations', organisation);
  await refuseCircle(draft, 'organisations', organisation, ({ partOf }) => partOf, 'organisation-circle');
  return organisation;
}

/**
 * Writes an arrangement; of one that is there, how often it is due is changed by `changeCadence`.
 * @throws ProblemError `register-name-missing`, `report-circle`
 */
export async function putArrangement(
  draft: Draft,
  fields: Omit<Said<Arrangement, 'name'>, 'cadence' | 'formerCadences'>,
  id?: IdOf<'arrangements'>,
): Promise<Arrangement> {
  const before: Arrangement =
    id === undefined ? blankArrangement({ id: newId(), name: {} }) : await draft.require('arrangements', id);
  const arrangement: Arrangement = { ...before, ...fields, name: named(fields.name) };
  await draft.put('arrangements', arrangement);
  const above = ({ reportsTo }: Arrangement) => (reportsTo ? [reportsTo.arrangementId] : []);
  await refuseCircle(draft, 'arrangements', arrangement, above, 'report-circle');
  return arrangement;
}

/**
 * Says how often an arrangement is due.
 * @param month from which on that holds: occurrences that began up to then stay as they were; null = it was written
 * down wrongly, and holds in place of the present one from its beginning
 */
export async function changeCadence(
  draft: Draft,
  arrangementId: IdOf<'arrangements'>,
  cadence: Cadence | null,
  month: string | null,
): Promise<void> {
  const before = await draft.require('arrangements', arrangementId);
  await draft.patch(
    'arrangements',
    arrangementId,
    month === null ? { cadence } : withCadence(before, cadence, month),
  );
}

/** @throws ProblemError `register-name-missing`, `source-circle` */
export async function putSource(
  draft: Draft,
  fields: Said<Source, 'title'>,
  id?: IdOf<'sources'>,
): Promise<Source> {
  const before: Source =
    id === undefined ? blankSource({ id: newId(), title: {} }) : await draft.require('sources', id);
  const source: Source = { ...before, ...fields, title: named(fields.title) };
  await draft.put('sources', source);
  const earlier = ({ replaces }: Source) => (replaces ? [replaces] : []);
  await refuseCircle(draft, 'sources', source, earlier, 'source-circle');
  return source;
}

/**
 * Writes an instrument. A code that is not given follows from the name; one that is changed is changed wherever it is cited,
 * but for what closed rounds keep.
 * @throws ProblemError `register-name-missing`, `instrument-code-taken`, `instrument-code-missing`
 */
export async function putInstrument(
  draft: Draft,
  fields: Omit<Said<Instrument, 'name'>, 'code'> & { readonly code?: string },
  id?: IdOf<'instruments'>,
): Promise<Instrument> {
  const name = named(fields.name);
  const others = (await draft.all('instruments')).filter((one) => one.id !== id);
  const taken = new Set(others.map(({ code }) => code));
  const before: Instrument =
    id === undefined
      ? blankInstrument({
          id: newId(),
          code: freeCode(taken, name.en ?? '', { fallback: 'text' }),
          name,
          kind: 'policy',
        })
      : await draft.require('instruments', id);
  const instrument: Instrument = { ...before, ...fields, code: (fields.code ?? before.code).trim(), name };
  if (instrument.code === '') throw new ProblemError('instrument-code-missing');
  if (taken.has(instrument.code)) throw new ProblemError('instrument-code-taken', { code: instrument.code });
  await draft.put('instruments', instrument);
  if (instrument.code !== before.code) await recite(draft, before.code, instrument.code);
  return instrument;
}

async function recite(draft: Draft, code: string, into: string): Promise<void> {
  for (const table of ['issues', 'indicators', 'arrangements'] as const)
    for (const { id, instruments } of await draft.all(table))
      if (instruments.some((one) => one.code === code))
        await draft.patch(table, id, {
          instruments: instruments.map((one) => (one.code === code ? { ...one, code: into } : one)),
        });
}

/** Refuses a row that leads back to itself by what it names above it. */
async function refuseCircle<T extends TableName>(
  draft: Draft,
  table: T,
  row: Rows[T],
  above: (row: Rows[T]) => readonly string[],
  code: string,
): Promise<void> {
  const seen = new Set<string>();
  const open: string[] = [...above(row)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === row.id) throw new ProblemError(code);
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...above(await draft.require(table, next)));
  }
}

function named(name: LocalText): LocalText {
  const said = tidy(name);
  if (Object.keys(said).length === 0) throw new ProblemError('register-name-missing');
  return said;
}
