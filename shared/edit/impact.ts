import type { Draft } from '../change/draft.ts';
import { type LocalText, tidy } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import type { Impact } from '../model/impact.ts';
import { ProblemError } from '../model/problem.ts';
import type { Authorship } from './coding.ts';
import { idAt } from './derived-id.ts';

/** What a person says of an impact. */
export type ImpactFields = Omit<Impact, 'id' | 'roundId' | 'issueId' | 'by' | 'at'>;

/** What of it is said in words, in each language. */
export const IMPACT_TEXTS = [
  'affected',
  'site',
  'country',
  'leverage',
  'policy',
  'remedy',
  'source',
] as const;
export type ImpactText = (typeof IMPACT_TEXTS)[number];

export const NO_IMPACT: ImpactFields = {
  affected: {},
  site: {},
  country: {},
  valueChain: [],
  connection: null,
  leverage: {},
  horizon: null,
  policy: {},
  remedy: {},
  source: {},
};

/**
 * Writes what is said of whose harm an issue is in a round, field by field. A line of which nothing is said any more is
 * gone. It moves no rank.
 * @throws ProblemError `round-closed`: what a closed round says is in its record; `not-in-round`, `row-missing`
 */
export async function describeImpact(
  draft: Draft,
  roundId: IdOf<'rounds'>,
  issueId: IdOf<'issues'>,
  fields: Partial<ImpactFields>,
  { by, at }: Authorship,
): Promise<void> {
  const round = await draft.require('rounds', roundId);
  if (round.stage === 'closed') throw new ProblemError('round-closed', { round: round.name });
  if (!round.issueIds.includes(issueId)) throw new ProblemError('not-in-round', { round: round.name });
  const existing = await impactAt(draft, roundId, issueId);
  const said = tidied({ ...NO_IMPACT, ...(existing ? fieldsOf(existing) : {}), ...fields });
  if (isBlank(said)) {
    if (existing) await draft.remove('impacts', existing.id);
    return;
  }
  const id = existing?.id ?? (await idAt(draft, 'impacts', [roundId, issueId]));
  await draft.put('impacts', { id, roundId, issueId, ...said, by, at });
}

/** Brings the line of an issue that is merged into another one to it: what either says is kept. */
export async function joinImpacts(
  draft: Draft,
  roundId: IdOf<'rounds'>,
  fromId: IdOf<'issues'>,
  intoId: IdOf<'issues'>,
): Promise<void> {
  const from = await impactAt(draft, roundId, fromId);
  if (!from) return;
  const into = await impactAt(draft, roundId, intoId);
  if (!into) {
    await draft.patch('impacts', from.id, { issueId: intoId });
    return;
  }
  await draft.put('impacts', {
    ...into,
    ...Object.fromEntries(IMPACT_TEXTS.map((field) => [field, joinedText(into[field], from[field])])),
    valueChain: [...new Set([...into.valueChain, ...from.valueChain])],
    connection: into.connection ?? from.connection,
    horizon: into.horizon ?? from.horizon,
  });
  await draft.remove('impacts', from.id);
}

async function impactAt(
  draft: Draft,
  roundId: IdOf<'rounds'>,
  issueId: IdOf<'issues'>,
): Promise<Impact | undefined> {
  return (await draft.find('impacts', 'roundId', roundId)).find((one) => one.issueId === issueId);
}

function fieldsOf({
  id: _id,
  roundId: _round,
  issueId: _issue,
  by: _by,
  at: _at,
  ...fields
}: Impact): ImpactFields {
  return fields;
}

/** Both texts in each language, one after the other; one that the other holds already is not repeated. */
export function joinedText(own: LocalText, other: LocalText): LocalText {
  const result: Record<string, string> = { ...own };
  for (const [language, text] of Object.entries(other)) {
    const said = result[language] ?? '';
    if (!said.includes(text)) result[language] = said === '' ? text : `${said}\n${text}`;
  }
  return result;
}

function tidied(fields: ImpactFields): ImpactFields {
  return { ...fields, ...Object.fromEntries(IMPACT_TEXTS.map((field) => [field, tidy(fields[field])])) };
}

function isBlank(fields: ImpactFields): boolean {
  return Object.values(fields).every(
    (value) => value === null || (Array.isArray(value) ? value : Object.keys(value)).length === 0,
  );
}
