/** What figures rest on: indicators, organisations, arrangements and sources. Each is written by its own edit. */
import type { Draft } from '../change/draft.ts';
import { type Arrangement, blankArrangement } from '../model/arrangement.ts';
import { type LocalText, newId, tidy } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import { blankIndicator, type Indicator } from '../model/indicator.ts';
import { blankOrganisation, type Organisation } from '../model/organisation.ts';
import { ProblemError } from '../model/problem.ts';
import { blankSource, type Source } from '../model/source.ts';

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
  await refuseCircle(draft, organisation);
  return organisation;
}

async function refuseCircle(draft: Draft, { id, partOf }: Organisation): Promise<void> {
  const seen = new Set<string>();
  const open: string[] = [...partOf];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === id) throw new ProblemError('organisation-circle');
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(await draft.require('organisations', next)).partOf);
  }
}

/** @throws ProblemError `register-name-missing` */
export async function putArrangement(
  draft: Draft,
  fields: Said<Arrangement, 'name'>,
  id?: IdOf<'arrangements'>,
): Promise<Arrangement> {
  const before: Arrangement =
    id === undefined ? blankArrangement({ id: newId(), name: {} }) : await draft.require('arrangements', id);
  const arrangement: Arrangement = { ...before, ...fields, name: named(fields.name) };
  await draft.put('arrangements', arrangement);
  return arrangement;
}

/** @throws ProblemError `register-name-missing` */
export async function putSource(
  draft: Draft,
  fields: Said<Source, 'title'>,
  id?: IdOf<'sources'>,
): Promise<Source> {
  const before: Source =
    id === undefined ? blankSource({ id: newId(), title: {} }) : await draft.require('sources', id);
  const source: Source = { ...before, ...fields, title: named(fields.title) };
  await draft.put('sources', source);
  return source;
}

function named(name: LocalText): LocalText {
  const said = tidy(name);
  if (Object.keys(said).length === 0) throw new ProblemError('register-name-missing');
  return said;
}
