import type { Answer } from '../model/answer.ts';

/** A row that an answer can rest on. */
export type RestsOn = Answer['uses'][number];

/** What is the company's own to tell. Rows of all other kinds may name others, and are told only where a person chose them. */
const OWN_TO_TELL: ReadonlySet<RestsOn['to']> = new Set(['instrument', 'arrangement', 'figure']);

/** What an answer rests on: of what its requirement gathers what was not left out, and what a person chose beside. */
export function restsOn(
  gathered: readonly RestsOn[],
  answer: Pick<Answer, 'uses' | 'leftOut'> | null,
): RestsOn[] {
  const leftOut = new Set(answer?.leftOut.map(refKey));
  const byItself = gathered.filter((ref) => OWN_TO_TELL.has(ref.to) && !leftOut.has(refKey(ref)));
  return [...new Map([...byItself, ...(answer?.uses ?? [])].map((ref) => [refKey(ref), ref])).values()];
}

/** The answer's lists after a row is chosen, or no longer. */
export function withRow(
  gathered: readonly RestsOn[],
  answer: Pick<Answer, 'uses' | 'leftOut'> | null,
  ref: RestsOn,
  isUsed: boolean,
): Pick<Answer, 'uses' | 'leftOut'> {
  const { uses, leftOut } = answer ?? { uses: [], leftOut: [] };
  const without = (list: readonly RestsOn[]) => list.filter((one) => refKey(one) !== refKey(ref));
  const isByItself = OWN_TO_TELL.has(ref.to) && gathered.some((one) => refKey(one) === refKey(ref));
  if (isByItself)
    return { uses: without(uses), leftOut: isUsed ? without(leftOut) : [...without(leftOut), ref] };
  return { uses: isUsed ? [...without(uses), ref] : without(uses), leftOut: without(leftOut) };
}

export function refKey({ to, id }: RestsOn): string {
  return `${to}:${id}`;
}
