import type { Scene } from '../chart/scene.ts';
import { type CoverInput, supplierCoverage } from '../chart/supplier-coverage.ts';
import type { Language, Translate } from '../i18n/index.ts';
import type { Id } from '../model/basics.ts';
import { RISK_FACTORS } from '../model/organisation.ts';
import type { Coverage, CoverColumn } from './coverage.ts';

export interface CoverWords {
  readonly t: Translate;
  readonly language: Language;
  readonly programmeName: (id: Id) => string;
}

/** The picture of a coverage: every number stands with the whole that it is of. */
export function coveragePicture(coverage: Coverage, words: CoverWords, title: string): Scene {
  return supplierCoverage(inWords(coverage, words, title), words.language);
}

export function columnName(column: CoverColumn, { t, programmeName }: CoverWords): string {
  return column.by === 'kind' ? t(`suppliers.column.${column.kind}`) : programmeName(column.programmeId);
}

function inWords({ rows, columns }: Coverage, words: CoverWords, title: string): CoverInput {
  const { t } = words;
  const names = columns.map((column) => columnName(column, words));
  return {
    title,
    columns: names,
    groups: RISK_FACTORS.map((factor) => ({
      name: t(`suppliers.factor.${factor}`),
      lines: rows
        .filter((row) => row.factor === factor)
        .map(({ level, whole, had }) => ({
          id: `${factor}-${level}`,
          level: t(`suppliers.level.${level}`),
          whole,
          had: had.map((count) => ({ count, text: t('suppliers.coverage.of', { count, whole }) })),
          spoken: t('suppliers.coverage.spoken', {
            whole,
            parts: had
              .map((count, at) => t('suppliers.coverage.part', { name: names[at] ?? '', count }))
              .join(t('suppliers.separator')),
          }),
        })),
    })),
  };
}
