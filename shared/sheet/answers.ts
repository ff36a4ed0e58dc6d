import type { RatingFields } from '../edit/merge-ratings.ts';
import { LANGUAGE_IDS, type Translate, translator } from '../i18n/index.ts';
import type { Id } from '../model/basics.ts';
import type { ScaleSize } from '../model/scale.ts';
import type { RawCell } from '../ooxml/read.ts';
import { cellText } from '../ooxml/text.ts';
import { type Asked, CHOICES, type Chosen, choicesOn } from './columns.ts';

export type AskedValue = RatingFields[Asked];

/** Which passage each number of the evidence stands for, in one sheet. */
export interface Numbering {
  readonly passageOf: ReadonlyMap<number, Id>;
  readonly numberOf: ReadonlyMap<Id, number>;
}

/** What stands in a cell for an answer; null = nothing. Of evidence that is not in the sheet nothing is said. */
export function answerCell(
  t: Translate,
  field: Asked,
  fields: RatingFields,
  { numberOf }: Numbering,
): string | number | null {
  if (field === 'rationale') return cellText(fields.rationale) || null;
  if (field === 'passages')
    return (
      fields.passages
        .flatMap((id) => numberOf.get(id) ?? [])
        .sort((a, b) => a - b)
        .join(', ') || null
    );
  const value = fields[field];
  // A mark that is not set was most often simply not thought of.
  if (value === null || value === false) return null;
  const choice = CHOICES[field].find((one) => one.value === value);
  if (choice?.word) return t(choice.word);
  return typeof value === 'number' ? value : null;
}

/** The words that a column lets choose, as its list shows them. */
export function choiceWords(t: Translate, field: Chosen, size: ScaleSize): string[] {
  return choicesOn(field, size).map(({ value, word }) => (word ? t(word) : String(value)));
}

/** Why a cell could not be read: `code` becomes `sheets.problem.<code>`. */
export type CellFault =
  | { readonly code: 'formula' | 'error-value' | 'not-a-number' | 'not-whole' | 'unknown-word' }
  | { readonly code: 'out-of-range'; readonly min: number; readonly max: number }
  | { readonly code: 'evidence-unknown'; readonly numbers: string };

export type CellAnswer =
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'value';
      readonly value: AskedValue;
      /** It was written in other words than the list has, and is told. */
      readonly loosely?: true;
    }
  | { readonly kind: 'fault'; readonly fault: CellFault };

const BLANK: CellAnswer = { kind: 'blank' };

/** What a cell answers. Words are known in every language, whatever language the sheet was made in. */
export function cellAnswer(
  field: Asked,
  cell: RawCell | undefined,
  numbering: Numbering,
  size: ScaleSize,
): CellAnswer {
  if (!cell) return BLANK;
  if (cell.formula !== null) return fault({ code: 'formula' });
  if (cell.kind === 'error') return fault({ code: 'error-value' });
  const text = cell.text.trim();
  if (text === '') return BLANK;
  if (field === 'rationale') return { kind: 'value', value: cellText(cell.text) };
  if (field === 'passages') return evidenceAnswer(text, numbering);
  const word = cell.kind === 'boolean' ? (text === '1' ? 'true' : 'false') : folded(text);
  const known = WORDS[field].get(word);
  const choices = choicesOn(field, size);
  if (known !== undefined && choices.some(({ value }) => value === known))
    return { kind: 'value', value: known };
  if (CANNOT_JUDGE.has(word.replaceAll(/[.!。．]/gu, '')) && choices.some(({ value }) => value === 'abstain'))
    return { kind: 'value', value: 'abstain', loosely: true };
  const numbers = choices.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  if (numbers.length === 0) return fault({ code: 'unknown-word' });
  if (!/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/.test(word) || cell.kind === 'boolean')
    return fault({ code: 'not-a-number' });
  const number = Number(word);
  const [min, max] = [Math.min(...numbers), Math.max(...numbers)];
  if (number < min || number > max) return fault({ code: 'out-of-range', min, max });
  const exact = numbers.find((one) => one === number);
  return exact === undefined ? fault({ code: 'not-whole' }) : { kind: 'value', value: exact as AskedValue };
}

/** What people write for “can't judge” where the list has it in other words; folded, without full stops. */
const CANNOT_JUDGE: ReadonlySet<string> = new Set([
  ...[
    'n/a',
    'na',
    'not applicable',
    'cannot judge',
    'can not judge',
    'cannot say',
    "can't say",
    'unable to judge',
  ],
  ...["don't know", 'dont know', 'do not know', 'no idea', 'unknown', 'not sure', 'unsure', '?', '??'],
  ...[
    '判断不可',
    '判断不能',
    '判断できません',
    '評価不可',
    '評価できない',
    'わからない',
    '分からない',
    'わかりません',
  ],
  ...['分かりません', '不明', '該当なし', '対象外'],
]);

function evidenceAnswer(text: string, { passageOf }: Numbering): CellAnswer {
  const parts = text
    .normalize('NFKC')
    .split(/[\s,、;.・#]+/u)
    .filter(Boolean);
  const ids: Id[] = [];
  const unknown: string[] = [];
  for (const part of parts) {
    const id = /^\d{1,6}$/.test(part) ? passageOf.get(Number(part)) : undefined;
    if (id === undefined) unknown.push(part);
    else if (!ids.includes(id)) ids.push(id);
  }
  if (unknown.length > 0) return fault({ code: 'evidence-unknown', numbers: unknown.join(', ') });
  return ids.length === 0 ? BLANK : { kind: 'value', value: ids };
}

function fault(fault: CellFault): CellAnswer {
  return { kind: 'fault', fault };
}

/** Width, case and the two apostrophes do not matter. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[’‘ʼ＇]/gu, "'")
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** By column: every word, in every language, and the value itself as it stands in the model. */
const WORDS = Object.fromEntries(
  Object.entries(CHOICES).map(([field, choices]) => [
    field,
    new Map<string, AskedValue>(
      choices.flatMap(({ value, word }) =>
        [String(value), ...(word ? LANGUAGE_IDS.map((language) => translator(language)(word)) : [])].map(
          (one) => [folded(one), value] as const,
        ),
      ),
    ),
  ]),
) as Record<string, ReadonlyMap<string, AskedValue>> as Readonly<
  Record<Chosen, ReadonlyMap<string, AskedValue>>
>;
