import { describe, expect, it } from 'vitest';
import { linesOf } from '#shared/transcript/lines.ts';
import type { Reader, Reading } from '#shared/transcript/reader.ts';
import { readSurest } from '#shared/transcript/registry.ts';
import type { FormatId } from '#shared/transcript/result.ts';

const source = { name: 'talk.txt', text: 'Words.', lines: linesOf('Words.') };
const reading = (title: string): Reading => ({
  title,
  date: null,
  language: 'en',
  participants: [],
  headings: [],
  blocks: [],
  warnings: [],
  alarms: [],
  roles: new Map(),
});
const good = (name: string, confidence: number): Reader => ({
  id: name as FormatId,
  detect: () => ({ confidence, starts: null, read: () => reading(name) }),
});
const bad = (name: string, confidence: number | null): Reader => ({
  id: name as FormatId,
  detect: () => {
    if (confidence === null) throw new Error('cannot look');
    return {
      confidence,
      starts: null,
      read: () => {
        throw new RangeError('too deep');
      },
    };
  },
});

describe('the choice of a reader', () => {
  it('takes the surest, and of equals the first', () => {
    expect(readSurest(source, {}, [good('a', 0.4), good('b', 0.8), good('c', 0.8)]).reader.id).toBe('b');
  });

  it('goes on with the next where one throws, looking or reading', () => {
    const readers = [bad('looks', null), bad('reads', 1), good('weak', 0.1), good('strong', 0.5)];
    // A sure reader ends the search; those found before it are still asked.
    expect(readSurest(source, {}, [good('weak', 0.1), ...readers]).reading.title).toBe('weak');
    expect(
      readSurest(source, {}, [bad('looks', null), bad('reads', 0.9), good('strong', 0.5)]).reading.title,
    ).toBe('strong');
  });

  it('says under which references the log has why none could', () => {
    expect(() => readSurest(source, {}, [bad('looks', null), bad('reads', 0.9)])).toThrow(
      expect.objectContaining({
        problem: {
          code: 'file-unreadable',
          params: {
            name: 'talk.txt',
            reason: expect.stringMatching(/^looks: [A-Z0-9]{6}; reads: [A-Z0-9]{6}$/),
          },
        },
      }),
    );
  });
});
