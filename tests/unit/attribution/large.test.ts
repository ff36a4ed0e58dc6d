import { describe, expect, it } from 'vitest';
import { NameFinder } from '#shared/attribution/find-names.ts';

const whole = (folded: string) => ({ folded, kind: 'person' as const, reach: 'whole' as const });

describe('regular expressions have a largest size: names are found', () => {
  it.each([
    ['Latin', (at: number) => `name${at} sur${at * 7}`, 'so said Name5 Sur35 then', 'Name5 Sur35'],
    [
      'Japanese',
      (at: number) => `森田${String.fromCodePoint(0x4e00 + at)}美咲`,
      'ここで森田 丂美咲は',
      '森田 丂美咲',
    ],
  ])('of very many people, %s', (_, name, text, expected) => {
    const finder = new NameFinder(Array.from({ length: 5000 }, (_, at) => whole(name(at))));
    expect(finder.find(text).map(({ start, end }) => text.slice(start, end))).toEqual([expected]);
  });

  it.each([1000, 10_000, 1_000_000])('of %i characters', (length) => {
    for (const unit of ['森', '森 ', 'x ', '𠀋']) {
      const name = unit.repeat(length / unit.length).trim();
      const [first, ...rest] = new NameFinder([whole(name)]).find(`so ${name} then`);
      expect([first?.start, (rest.at(-1) ?? first)?.end]).toEqual([3, 3 + name.length]);
    }
  });
});

it('a name of nothing but full stops and commas is found nowhere', () => {
  for (const name of ['.', '. ,', '・', '\u200b'])
    expect(new NameFinder([whole(name), whole('ana')]).find('It is. Ana, so: a.b')).toMatchObject([
      { start: 7 },
    ]);
});
