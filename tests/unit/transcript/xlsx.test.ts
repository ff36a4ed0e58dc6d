import { describe, expect, it } from 'vitest';
import type { Sheet } from '#shared/ooxml/workbook.ts';
import { writeWorkbook } from '#shared/ooxml/write.ts';
import { readTranscript } from '#shared/transcript/registry.ts';
import { spoken } from './reading.ts';

const sheet = (name: string, rows: readonly (readonly string[])[]): Sheet => ({
  name,
  visibility: 'shown',
  columns: [],
  rows: rows.map((cells) => ({ cells: cells.map((value) => (value === '' ? null : { value })) })),
  protected: false,
});
const workbook = (...sheets: Sheet[]) =>
  writeWorkbook({
    title: '',
    creator: '',
    at: '2024-06-01T09:30:00.000Z',
    font: 'Arial',
    language: 'en',
    sheets,
  });

const TURNS = [
  ['Mira Holt', 'Who pays for the season in the north of the valley?'],
  ['', 'And who in the south?'],
  ['Ken Abe', 'The owners pay, all of it, and nobody was asked.'],
  ['Mira Holt', 'That was all I wanted to know about it.'],
];

describe('workbooks', () => {
  it('are read by the sheet that has turns; the others are told of', async () => {
    const bytes = workbook(
      sheet('Notes', [['Bring water'], ['Ask again']]),
      sheet('Talk', [
        ['Orchard talk held on 3 May 2023'],
        ['Time', 'Speaker', 'Words'],
        ...TURNS.map((row, at) => [`0:0${at}`, ...row]),
      ]),
    );
    const result = await readTranscript({ name: 'talk.xlsx', bytes });
    expect(result).toMatchObject({ format: 'xlsx', date: '2023-05-03' });
    expect(spoken(result).slice(-3)).toEqual([
      'Mira Holt: Who pays for the season in the north of the valley?\n\nAnd who in the south?',
      'Ken Abe: The owners pay, all of it, and nobody was asked.',
      'Mira Holt: That was all I wanted to know about it.',
    ]);
    expect(Object.fromEntries(result.ledger.map(({ part, words }) => [part, words]))).toEqual({
      sheet: 'Bring water · Ask again',
      'table-header': 'Time | Speaker | Words',
    });
  });

  it('without turns are called data', async () => {
    const bytes = workbook(
      sheet('A', [
        ['Wages', 'Hours'],
        ['12', '3'],
        ['14', '2'],
      ]),
    );
    await expect(readTranscript({ name: 'a.xlsx', bytes })).rejects.toMatchObject({
      problem: { code: 'file-is-data' },
    });
  });
});
