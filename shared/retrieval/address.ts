import { EMPTY_QUERY, NEARNESS, PassageQuery } from '../model/view.ts';

/** Between the issues of one group; no id has it. */
const OR = '.';

/**
 * A query as it stands in an address: only what it names, in the order of the form, so that equal queries have equal
 * addresses. Each issue group is one `about`.
 */
export function toAddress(query: PassageQuery): URLSearchParams {
  const params = new URLSearchParams();
  const add = (name: string, values: readonly (string | number)[]) => {
    for (const value of values) params.append(name, String(value));
  };
  add(
    'about',
    query.about.filter((group) => group.length > 0).map((group) => group.join(OR)),
  );
  add('not', query.notAbout);
  if (query.near !== EMPTY_QUERY.near) params.set('near', query.near);
  if (query.side !== null) params.set('side', query.side);
  add('voice', query.voices);
  add('kind', query.kinds);
  add('by', query.speakerIds);
  add('in', query.dialogueIds);
  add('year', query.fiscalYears);
  add('advice', query.adviceKinds);
  add('status', query.adviceStatuses);
  add('coder', query.coders);
  if (query.text.trim() !== '') params.set('text', query.text);
  return params;
}

/** The query of an address; what it says that nothing can be asked by is left out. */
export function fromAddress(params: URLSearchParams): PassageQuery {
  const { shape } = PassageQuery;
  const some = <T>(
    name: string,
    element: { safeParse: (value: unknown) => { success: boolean; data?: T | undefined } },
    read: (text: string) => unknown = (text) => text,
  ): T[] =>
    params.getAll(name).flatMap((text) => {
      const parsed = element.safeParse(read(text));
      return parsed.success ? [parsed.data as T] : [];
    });
  const side = params.get('side');
  return {
    about: some('about', shape.about.element, (text) => text.split(OR)),
    notAbout: some('not', shape.notAbout.element),
    near: NEARNESS.find((near) => near === params.get('near')) ?? EMPTY_QUERY.near,
    side: side === 'external' || side === 'company' ? side : null,
    voices: some('voice', shape.voices.element),
    kinds: some('kind', shape.kinds.element),
    speakerIds: some('by', shape.speakerIds.element),
    dialogueIds: some('in', shape.dialogueIds.element),
    fiscalYears: some('year', shape.fiscalYears.element, Number),
    adviceKinds: some('advice', shape.adviceKinds.element),
    adviceStatuses: some('status', shape.adviceStatuses.element),
    coders: some('coder', shape.coders.element),
    text: params.get('text') ?? '',
  };
}

/** Whether two queries ask the same in the same words. */
export function sameQuery(a: PassageQuery, b: PassageQuery): boolean {
  return toAddress(a).toString() === toAddress(b).toString();
}

export function isEmptyQuery(query: PassageQuery): boolean {
  return toAddress({ ...query, near: EMPTY_QUERY.near }).size === 0;
}
