import { describe, expect, it } from 'vitest';
import { tableTurns } from '#shared/transcript/containers/table.ts';
import { readText, spoken } from './reading.ts';

const chapter = (heading: string, ...turns: [string, string][]) =>
  [`## ${heading}`, ...turns.flatMap(([name, words]) => [`### ${name}`, words])].join('\n\n');

describe('names as headings', () => {
  it('are speakers where they come again and again, below the chapters', async () => {
    const result = await readText(
      [
        '# Talk',
        chapter('Water', ['Interviewer', 'Who owns it?'], ['P1', 'Nobody.'], ['Interviewer', 'Why?']),
        chapter('Wages', ['P1', 'They are low.'], ['Interviewer', 'How low?'], ['P1', 'Very.']),
      ].join('\n\n'),
      'talk.md',
    );
    expect(result).toMatchObject({ format: 'laid-out', title: 'Talk', headings: ['Water', 'Wages'] });
    expect(spoken(result)).toEqual([
      'Interviewer: Who owns it?',
      'P1: Nobody.',
      'Interviewer: Why?',
      'P1: They are low.',
      'Interviewer: How low?',
      'P1: Very.',
    ]);
  });

  it('have their times', async () => {
    const names = ['Ana (0:01)', 'Bo (0:05)', 'Ana (0:09)', 'Bo (1:00:00)'];
    const result = await readText(names.map((name) => `## ${name}\n\nWords.`).join('\n\n'), 'talk.md');
    expect(result.blocks.map(({ speaker, start }) => [speaker, start])).toEqual([
      ['Ana', 1],
      ['Bo', 5],
      ['Ana', 9],
      ['Bo', 3600],
    ]);
  });

  it('are headings where every chapter has the same ones', async () => {
    const result = await readText(
      ['Water', 'Wages', 'Housing']
        .map((words) => chapter(words, ['Risks', 'There are many of them.'], ['Measures', 'There are few.']))
        .join('\n\n'),
      'report.md',
    );
    expect(result.participants).toEqual([]);
    expect(result.headings).toContain('Risks');
  });
});

describe('tableTurns', () => {
  const talk = [
    ['Ana', 'Who owns the wells of the valley today?'],
    ['Bo', 'Nobody knows who owns them, not even the court.'],
    ['Ana', 'That is what we have been told as well.'],
  ];

  it('finds the columns of names, words and times wherever they stand', () => {
    const swapped = talk.map(([name, words], at) => [words ?? '', `0:0${at}`, name ?? '']);
    expect(tableTurns(swapped)?.rows).toEqual(
      talk.map(([speaker, words], start) => [{ speaker, words, start }]),
    );
  });

  it('leaves numbers of rows out, and takes an empty name for "as above"', () => {
    const rows = [
      ['No.', '発言者', '発言内容'],
      ['1', '早瀬', '水位が毎年下がっています。'],
      ['2', '', '今年はとくにひどい状況です。'],
      ['3', '松原', '対策を考えなければなりません。'],
      ['4', '早瀬', 'ぜひお願いいたします。'],
    ];
    expect(tableTurns(rows)?.rows.map((row) => (typeof row === 'string' ? row : row[0]?.speaker))).toEqual([
      'header',
      '早瀬',
      null,
      '松原',
      '早瀬',
    ]);
  });

  it.each([
    [
      'people and posts',
      [
        ['Ana', 'Director'],
        ['Bo', 'Manager'],
        ['Cy', 'Lawyer'],
      ],
    ],
    ['one row', [['Ana', 'Who owns the wells of the valley today?']]],
    [
      'figures',
      [
        ['2020', '12'],
        ['2021', '13'],
        ['2022', '14'],
      ],
    ],
    ['three columns of words', talk.map(([name, words]) => [name ?? '', words ?? '', words ?? ''])],
    ['nothing', []],
  ])('is no table of turns: %s', (_, rows) => {
    expect(tableTurns(rows)).toBeNull();
  });
});
