import { dequal } from 'dequal/lite';
import type { MergeKind, Shape } from '../model/table.ts';
import { joinProse } from './prose.ts';

/** A value on both sides, and as it was before; `base` undefined = it was not there. */
export interface Versions {
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** What two changes come to together; null = they exclude each other, and a person is to choose. */
export type Merged = { readonly value: unknown } | null;

type Fields = Readonly<Record<string, unknown>>;

/** What a field comes to that two people changed apart, by its kind (`MergeKind`). Takes both sides alike. */
export function mergeValue(kind: MergeKind, versions: Versions, inside?: Shape): Merged {
  const { base, mine, theirs } = versions;
  if (dequal(mine, theirs) || dequal(theirs, base)) return { value: mine };
  if (dequal(mine, base)) return { value: theirs };
  if (base === undefined && (isEmpty(mine) || isEmpty(theirs)))
    return { value: isEmpty(mine) ? theirs : mine };
  if (kind === 'set') return mergeSets(versions);
  if (kind === 'grows') return mergeGrown(versions);
  if (typeof kind === 'object' && 'list' in kind) return mergeLists(kind.list, versions, inside);
  if (isByLanguage(mine) && isByLanguage(theirs))
    return mergeFields(versions, () => (kind === 'prose' ? 'prose' : 'plain'));
  if (kind === 'prose' && typeof mine === 'string' && typeof theirs === 'string') {
    const joined = joinProse(typeof base === 'string' ? base : '', mine, theirs);
    return joined === null ? null : { value: joined };
  }
  return null;
}

/** Both texts one after the other, where neither should be given up; by language where they are kept by language. */
export function bothTexts({ mine, theirs }: Versions): unknown {
  if (typeof mine === 'string' && typeof theirs === 'string')
    return [mine, theirs].filter((text) => text.trim() !== '').join('\n\n');
  if (!isByLanguage(mine) || !isByLanguage(theirs)) return undefined;
  return Object.fromEntries(
    [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].map((language) => {
      const [one, other] = [mine[language], theirs[language]];
      if (one === undefined || other === undefined || one === other) return [language, one ?? other];
      return [language, bothTexts({ base: undefined, mine: one, theirs: other })];
    }),
  );
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** Texts by language (`LocalText`): nothing else that rows hold has such keys. */
function isByLanguage(value: unknown): value is Readonly<Record<string, string>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(value).every(([key, text]) => /^[a-z]{2,3}(-|$)/.test(key) && typeof text === 'string')
  );
}

/** Field by field; null where a single one is to be chosen. A field that one side lacks was taken out there. */
function mergeFields({ base, mine, theirs }: Versions, kindOf: (field: string) => MergeKind): Merged {
  const [was, here, there] = [base, mine, theirs].map((one) => (one ?? {}) as Fields) as [
    Fields,
    Fields,
    Fields,
  ];
  const merged: Record<string, unknown> = {};
  for (const field of new Set([...Object.keys(was), ...Object.keys(here), ...Object.keys(there)].sort())) {
    const one = mergeValue(kindOf(field), { base: was[field], mine: here[field], theirs: there[field] });
    if (!one) return null;
    if (one.value !== undefined) merged[field] = one.value;
  }
  return { value: merged };
}

/** What either side took away is gone, what either added is there; also for lists inside, e.g. kinds of evidence. */
function mergeSets(versions: Versions): Merged {
  const { base, mine, theirs } = versions;
  if (!Array.isArray(mine) || !Array.isArray(theirs)) return mergeFields(versions, () => 'set');
  const was = Array.isArray(base) ? base : [];
  const stays = was.filter((one) => has(mine, one) && has(theirs, one));
  const added = distinct([...mine, ...theirs].filter((one) => !has(was, one)));
  return { value: [...stays, ...sorted(added)] };
}

/** Two lists that were only ever added to. */
function mergeGrown({ base, mine, theirs }: Versions): Merged {
  if (!Array.isArray(mine) || !Array.isArray(theirs)) return null;
  const was = Array.isArray(base) ? base : [];
  const isLonger = (list: readonly unknown[]) => dequal(list.slice(0, was.length), was);
  if (!isLonger(mine) || !isLonger(theirs)) return null;
  return {
    value: [...was, ...sorted(distinct([...mine, ...theirs].slice(0).filter((one) => !has(was, one))))],
  };
}

/** Lists whose members are known by a field of theirs. What one side changed and the other took away stays. */
function mergeLists(key: string, { base, mine, theirs }: Versions, inside?: Shape): Merged {
  const [was, here, there] = [base, mine, theirs].map((list) => byKey(list, key)) as [
    Members,
    Members,
    Members,
  ];
  const merged: unknown[] = [];
  const news = [...new Set([...here.keys(), ...there.keys()])].filter((one) => !was.has(one)).sort();
  for (const member of [...was.keys(), ...news]) {
    const versions = { base: was.get(member), mine: here.get(member), theirs: there.get(member) };
    const gone = versions.mine === undefined || versions.theirs === undefined;
    const one = gone
      ? { value: stayingOf(versions) }
      : (mergeValue('plain', versions) ?? mergeFields(versions, (field) => inside?.merge[field] ?? 'plain'));
    if (!one) return null;
    if (one.value !== undefined) merged.push(one.value);
  }
  return { value: merged };
}

/** A member that one side lacks: new, changed on the other side, or gone. */
function stayingOf({ base, mine, theirs }: Versions): unknown {
  const left = mine ?? theirs;
  return base !== undefined && dequal(left, base) ? undefined : left;
}

type Members = ReadonlyMap<string, unknown>;

function byKey(list: unknown, key: string): Members {
  return new Map(
    (Array.isArray(list) ? list : []).map((member: Fields) => [String(member[key]), member as unknown]),
  );
}

function has(list: readonly unknown[], one: unknown): boolean {
  return list.some((other) => dequal(one, other));
}

function distinct(list: readonly unknown[]): unknown[] {
  return list.filter((one, index) => !has(list.slice(0, index), one));
}

/** In an order that both sides find: of what has a time, by time. */
function sorted(list: readonly unknown[]): unknown[] {
  const rank = (one: unknown) =>
    [
      typeof one === 'object' && one !== null && 'at' in one ? String(one.at) : '',
      JSON.stringify(one),
    ] as const;
  return list.toSorted((a, b) => {
    const [[timeA, textA], [timeB, textB]] = [rank(a), rank(b)];
    return timeA < timeB ? -1 : timeA > timeB ? 1 : textA < textB ? -1 : textA > textB ? 1 : 0;
  });
}
