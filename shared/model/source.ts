import { z } from 'zod';
import { LocalText, PartialDate } from './basics.ts';
import { idOf, ownId } from './id.ts';
import { added, shape } from './table.ts';

export const SOURCE_KINDS = [
  'own-report',
  'internal',
  'risk-data',
  'law',
  'audit',
  'media',
  'other',
] as const;
export const SourceKind = z.enum(SOURCE_KINDS);
export type SourceKind = z.infer<typeof SourceKind>;

/** Where figures come from: a report, a page, an internal list. */
export const Source = z.strictObject({
  id: ownId('sources'),
  title: LocalText,
  /** Who published it; null = not said. */
  publisher: idOf('organisations').nullable(),
  kind: SourceKind,
  published: PartialDate.nullable(),
  /** When it was last looked at. */
  seen: PartialDate.nullable(),
  /** Address or file; never fetched. */
  place: z.string(),
  note: LocalText,
  /** When it is to be looked at again. */
  nextLook: PartialDate.nullable(),
  /** The edition that it takes the place of. */
  replaces: idOf('sources').nullable(),
  issueIds: z.array(idOf('issues')),
});
export type Source = z.infer<typeof Source>;

export const sourceTable = shape({
  schema: Source,
  since: 8,
  history: [added(9, { nextLook: null, replaces: null, issueIds: [] })],
  index: ['kind'],
  merge: {
    title: 'plain',
    publisher: 'plain',
    kind: 'plain',
    published: 'plain',
    seen: 'plain',
    place: 'plain',
    note: 'prose',
    nextLook: 'plain',
    replaces: 'plain',
    issueIds: 'set',
  },
});

/** A source of which nothing more is said than what is given. */
export function blankSource(fields: Partial<Source> & Pick<Source, 'id' | 'title'>): Source {
  return {
    publisher: null,
    kind: 'other',
    published: null,
    seen: null,
    place: '',
    note: {},
    nextLook: null,
    replaces: null,
    issueIds: [],
    ...fields,
  };
}

/** Whether anybody outside can read it. */
export function isPublic({ kind }: Pick<Source, 'kind'>): boolean {
  return kind === 'own-report' || kind === 'law' || kind === 'risk-data' || kind === 'media';
}
