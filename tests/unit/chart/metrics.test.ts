import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastWidth, textWidth, wrapEvenly, wrapText } from '#shared/chart/metrics.ts';

describe('text width', () => {
  it('counts full-width characters as one em, half-width kana as half, marks that sit on others as nothing', () => {
    expect(textWidth('強制労働', 10)).toBe(40);
    expect(textWidth('ｶﾅ', 10)).toBe(10);
    expect(textWidth('か\u3099', 10)).toBe(10);
    expect(textWidth('e\u0301', 10)).toBe(textWidth('e', 10));
  });

  it('knows broad letters from narrow ones, and bold from regular', () => {
    expect(textWidth('mmmm', 12)).toBeGreaterThan(3 * textWidth('iiii', 12));
    expect(textWidth('Privacy', 12, true)).toBeGreaterThan(textWidth('Privacy', 12));
  });

  it('adds up', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(textWidth(`${a} ${b}`, 12)).toBeCloseTo(
          textWidth(a, 12) + textWidth(' ', 12) + textWidth(b, 12),
          6,
        );
      }),
    );
  });
});

describe('wrapping', () => {
  it('breaks Latin text between words', () => {
    expect(wrapText('Collective bargaining and freedom of association', 12, 150, 3)).toEqual([
      'Collective bargaining and',
      'freedom of association',
    ]);
  });

  it('breaks Japanese anywhere but before a small kana, a closing bracket or a comma', () => {
    const lines = wrapText('サプライチェーン（労働）、職場', 10, 60, 9);
    expect(lines.join('')).toBe('サプライチェーン（労働）、職場');
    for (const line of lines.slice(1)) expect(line).not.toMatch(/^[ェー）、]/);
    for (const line of lines) expect(line).not.toMatch(/（$/);
  });

  it('breaks after a hyphen, and knows the width at which no word is cut', () => {
    expect(wrapText('Non-discrimination', 12, 90, 2)).toEqual(['Non-', 'discrimination']);
    const least = leastWidth('Non-discrimination and more', 12);
    expect(wrapText('Non-discrimination and more', 12, least, 9)).toEqual([
      'Non-',
      'discrimination',
      'and more',
    ]);
    expect(leastWidth('', 12)).toBe(0);
  });

  it('says with “…” that something is left out, and stays within the width', () => {
    const lines = wrapText('Materials from conflict zones and high-risk areas', 12, 90, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
  });

  it('fills the last line of what is cut, inside a word too', () => {
    expect(wrapText('Working environment', 10, 75, 1)).toEqual(['Working envir…']);
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'grapheme' }),
        fc.integer({ min: 20, max: 200 }),
        (text, width) => {
          const clean = text.trim().replaceAll(/\s+/g, ' ');
          const [line = ''] = wrapText(text, 10, width, 1);
          fc.pre(line.endsWith('…') && textWidth(clean, 10) > width);
          const kept = line.slice(0, -1);
          expect(clean.startsWith(kept)).toBe(true);
          const [next = ''] = clean.slice(kept.length).trimStart();
          const gap = clean.slice(kept.length).match(/^\s/) ? ' ' : '';
          expect(textWidth(`${kept}${gap}${next}…`, 10)).toBeGreaterThan(width);
        },
      ),
    );
  });

  it('never exceeds width and lines, and loses nothing where there is room', () => {
    const word = fc.stringMatching(/^[a-zA-Z強制労働ー、（）]{1,14}$/);
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 8 }),
        fc.integer({ min: 30, max: 200 }),
        fc.integer({ min: 1, max: 4 }),
        (words, width, most) => {
          const text = words.join(' ');
          for (const lines of [wrapText(text, 10, width, most), wrapEvenly(text, 10, width, most)]) {
            expect(lines.length).toBeLessThanOrEqual(most);
            for (const line of lines) expect(textWidth(line, 10)).toBeLessThanOrEqual(width);
          }
          const whole = wrapText(text, 10, width, 1000).join('').replaceAll(' ', '');
          expect(whole).toBe(text.replaceAll(' ', ''));
        },
      ),
    );
  });

  it('ends a line of Japanese where one reads a pause, not inside a word', () => {
    expect(wrapEvenly('プライバシーと個人データの保護', 12, 100, 3)).toEqual([
      'プライバシーと',
      '個人データの保護',
    ]);
    expect(wrapEvenly('公正な事業慣行・腐敗防止', 12, 110, 2)).toEqual(['公正な事業慣行・', '腐敗防止']);
    expect(wrapEvenly('紛争地域・高リスク地域からの原材料調達', 12, 110, 3)).toEqual([
      '紛争地域・',
      '高リスク地域からの',
      '原材料調達',
    ]);
  });

  it('leaves no single character for the last line where lines can be even', () => {
    expect(wrapEvenly('プライバシー・個人情報保護', 12, 150, 2).at(-1)?.length).toBeGreaterThan(4);
  });
});
