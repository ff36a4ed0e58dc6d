import { describe, expect, it } from 'vitest';
import { isSystemLine } from '#shared/transcript/system-lines.ts';
import { readText, spoken } from './reading.ts';

describe('lines of a meeting tool', () => {
  it.each([
    '● Transcription started',
    'Mira Holt started transcription',
    'Ken Abe stopped the recording',
    '0:03 Recording has been paused by Mira Holt.',
    'Live transcription stopped 10:04',
    '● 文字起こしを停止しました',
    '早瀬 みちる が文字起こしを開始しました',
    '10:02 録画を開始しました。',
    '・レコーディングが停止されました',
  ])('are known: %s', (line) => {
    expect(isSystemLine(line)).toBe(true);
  });

  it.each([
    'We started recording wages in 2019.',
    'The company stopped recording grievances',
    '録音を開始しました。',
    '2019年に文字起こしを始めました。',
    'Recording started late, and nobody knew.',
    'Mira Holt: Transcription started',
    '賃金の記録を停止しました。',
  ])('are no others: %s', (line) => {
    expect(isSystemLine(line)).toBe(false);
  });

  it('are said by nobody, and no title', async () => {
    const result = await readText(
      'Wages\n\n● Transcription started\n\nMira Holt: Who pays?\n\nKen Abe: The owners pay.\n\nMira Holt: Good.\n\n● Transcription stopped\n',
    );
    expect(spoken(result)).toEqual([
      '(● Transcription started)',
      'Mira Holt: Who pays?',
      'Ken Abe: The owners pay.',
      'Mira Holt: Good.',
      '(● Transcription stopped)',
    ]);
    expect(result.title).toBe('Wages');
    expect(result.source.filter(({ role }) => role === 'direction')).toHaveLength(2);
  });
});
