import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from '#shared/transcript/lines.ts';
import { openingsAt } from '#shared/transcript/openings.ts';
import { readText, spoken } from './reading.ts';

/** The line that programs for mail set above what is answered: a day, a time, a name, a verb, a colon. */
interface Frame {
  readonly day: string;
  readonly time: string;
  readonly name: string;
  readonly address: string;
  readonly verb: string;
}
const frame: fc.Arbitrary<Frame> = fc.record({
  day: fc.constantFrom(
    'On Mon, 13 May 2024 at',
    'On 2024-05-13',
    'Am 13.05.2024 um',
    'On Tuesday, 14 May 2024,',
    'El 13 may 2024 a las',
  ),
  time: fc.constantFrom('10:07', '9:30', '23:59', '10:07 AM', '10:07 Uhr'),
  name: fc.constantFrom('Ana Reyes', 'Kofi Mensah', 'Pieter van der Berg', 'M. Okafor', 'Siân Jones'),
  address: fc.constantFrom('', ' <ana@harbour.example>', ' <a.b+c@d.example>'),
  verb: fc.constantFrom('wrote', 'schrieb', 'has written', 'escribió'.normalize('NFC')),
});
const printed = ({ day, time, name, address, verb }: Frame) => `${day} ${time}, ${name}${address} ${verb}:`;
const openingOf = (text: string) => {
  const [line] = linesOf(text);
  return line ? openingsAt(line).find(({ shape }) => shape.includes('framed')) : undefined;
};

describe('the frame of a mail', () => {
  it('names who wrote what stands below, in whatever language and form of the date', () => {
    fc.assert(
      fc.property(frame, (one) => {
        expect([printed(one), openingOf(printed(one))?.label]).toEqual([printed(one), one.name]);
        expect(openingOf(printed(one))?.rest).toBe('');
      }),
    );
  });

  it('is none without the time, the verb or the colon', () => {
    fc.assert(
      fc.property(frame, (one) => {
        const whole = printed(one);
        expect(openingOf(whole.slice(0, -1))).toBeUndefined();
        expect(openingOf(whole.replace(` ${one.verb}`, ''))).toBeUndefined();
        expect(openingOf(`${one.day}, ${one.name}${one.address} ${one.verb}:`)).toBeUndefined();
      }),
    );
  });

  it('begins turns where mails follow one another, each below its frame', async () => {
    const mails = fc.uniqueArray(frame, { minLength: 4, maxLength: 7, selector: printed });
    await fc.assert(
      fc.asyncProperty(mails, async (all) => {
        // A thread has few people who write again and again.
        const [first, second] = all;
        fc.pre(first?.name !== second?.name);
        const thread = all.map((one, at) => ({ ...one, name: (at % 2 ? second : first)?.name ?? '' }));
        const text = thread
          .map((one, at) => `${printed(one)}\n\nThe workers of site ${at} were asked, and they agreed.`)
          .join('\n\n');
        const turns = spoken(await readText(text));
        expect(turns).toEqual(
          thread.map(({ name }, at) => `${name}: The workers of site ${at} were asked, and they agreed.`),
        );
      }),
      { numRuns: 40 },
    );
  });
});
