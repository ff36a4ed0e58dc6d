import type { LanguageDefinition } from '../language.ts';

/** `2020年度`, `2020年2月14日`. */
export const japanese: LanguageDefinition = {
  name: '日本語',
  tag: 'ja-JP',
  script: 'eastAsian',
  officeFont: 'Yu Gothic',
  fiscalYear: (year) => `${year}年度`,
  date: (year, month, day) => `${year}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`,
};
