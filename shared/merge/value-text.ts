import { isMessageKey, type Translate } from '../i18n/index.ts';
import { type Id, type LocalText, textIn } from '../model/basics.ts';
import type { Edition } from '../model/edition.ts';
import { REFERENCES, targetsOf } from '../model/references.ts';
import type { Round } from '../model/round.ts';
import { type AnyRow, TABLE_NAMES, type TableName } from '../model/tables.ts';
import type { Sides } from './sides.ts';

/** What rows and values are called, for the list of what differs. */
export interface Naming {
  readonly t: Translate;
  readonly language: string;
  readonly sides: Sides;
}

/** Longest text that stands in the list in full. UTF-16 units. */
const EXCERPT = 400;

/** Where the words of a value that is one of a few stand in the catalogs. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  status: ['adviceStatus.', 'commitmentStatus.'],
  kind: ['adviceKind.', 'personKind.', 'entryKind.'],
  level: ['level.'],
  nature: ['nature.'],
  connection: ['rating.connection.'],
  valueChain: ['rating.valueChain.'],
  horizon: ['impact.horizon.'],
  grossOrNet: ['impact.basis.'],
  voice: ['voice.'],
  attribution: ['policy.'],
  stage: ['round.stage.'],
  category: ['category.'],
};

type Named = Readonly<Record<string, unknown>>;

/** What a row is called where it stands in a list. */
export function nameOf(naming: Naming, table: TableName, row: AnyRow): string {
  const { t } = naming;
  const fields = row as unknown as Named;
  const of = (target: TableName, id: unknown) => nameById(naming, [target], String(id));
  const joined = (...parts: string[]) => parts.filter((part) => part !== '').join(' · ');
  switch (table) {
    case 'codings':
      return joined(of('issues', fields.issueId), of('passages', fields.passageId));
    case 'advice': {
      const [first] = (fields.passageIds ?? []) as Id[];
      return excerpt(String(fields.restatement || (first ? of('passages', first) : '')), 90);
    }
    case 'ratings':
      return joined(of('issues', fields.issueId), assessorName(naming, fields), of('rounds', fields.roundId));
    case 'impacts':
      return joined(of('issues', fields.issueId), of('rounds', fields.roundId));
    case 'decisions': {
      const { id } = fields.subject as { id: Id };
      return joined(nameById(naming, ['issues', 'themes'], id), of('rounds', fields.roundId));
    }
    case 'amendments':
      return joined(of('rounds', fields.roundId), excerpt(String(fields.why), 90));
    case 'glossary':
      return `${fields.wrong} → ${fields.right}`;
    case 'passages':
      return t('merge.quote', { quote: excerpt(String(fields.quote), 90) });
    case 'answers':
      return joined(
        String(fields.requirement),
        excerpt(textIn(fields.text as LocalText, naming.language), 90),
      );
    case 'editions':
      return joined(editionTitle(fields.documents as Edition['documents']), String(fields.number));
    case 'entries':
      return excerpt(String(fields.text || (fields.passageId ? of('passages', fields.passageId) : '')), 90);
    case 'commitments':
    case 'turns':
      return excerpt(String(fields.text), 90);
    default:
      return plainName(naming, fields);
  }
}

function editionTitle(documents: Edition['documents']): string {
  return Object.values(documents)[0]?.title ?? '';
}

function plainName({ language }: Naming, fields: Named): string {
  for (const field of ['title', 'name', 'channel', 'code']) {
    const value = fields[field];
    if (field === 'title' && 'name' in fields) continue;
    const text = typeof value === 'string' ? value : textIn(value as LocalText | undefined, language);
    if (text !== '') return text;
  }
  return '–';
}

function nameById(naming: Naming, tables: readonly TableName[], id: Id): string {
  for (const table of tables) {
    for (const side of ['theirs', 'mine', 'base'] as const) {
      const row: AnyRow | undefined = naming.sides[side][table].get(id);
      if (row) return nameOf(naming, table, row);
    }
  }
  return '';
}

function assessorName({ sides }: Naming, { roundId, assessorId }: Named): string {
  for (const side of ['theirs', 'mine', 'base'] as const) {
    const round = sides[side].rounds.get(String(roundId)) as Round | undefined;
    const found = round?.assessors.find(({ id }) => id === assessorId);
    if (found) return found.name;
  }
  return '';
}

/** A field's value as a person reads it. */
export function valueText(naming: Naming, table: TableName, field: string, value: unknown): string {
  const text = said(naming, table, field, value);
  return text === '' ? naming.t('merge.value.none') : excerpt(text, EXCERPT);
}

function said(naming: Naming, table: TableName, field: string, value: unknown): string {
  const { t } = naming;
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return t(value ? 'merge.value.yes' : 'merge.value.no');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return word(naming, table, field, value);
  if (Array.isArray(value))
    return value
      .map((one) => said(naming, table, field, one))
      .filter((one) => one !== '')
      .join(', ');
  return Object.entries(value)
    .filter(([key]) => key !== 'id' && key !== 'at')
    .map(([key, one]) => said(naming, table, `${field}.${key}`, one))
    .filter((one) => one !== '')
    .join(' · ');
}

function word(naming: Naming, table: TableName, field: string, value: string): string {
  const reference = REFERENCES[table].find(([path]) => path === field)?.[1];
  if (reference) {
    const targets = targetsOf(reference, {} as AnyRow).filter((to) => to !== 'assessors');
    return nameById(naming, (targets.length > 0 ? targets : TABLE_NAMES) as TableName[], value);
  }
  for (const prefix of WORDS[field.split('.').at(-1) ?? ''] ?? []) {
    const key = `${prefix}${value}`;
    if (isMessageKey(key)) return naming.t(key);
  }
  return value;
}

function excerpt(text: string, length: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  return `${line.slice(0, length).replace(/[\ud800-\udbff]$/, '')}…`;
}
