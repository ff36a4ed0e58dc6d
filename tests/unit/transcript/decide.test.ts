import { describe, expect, it } from 'vitest';
import { canDecide, DECISIONS, type Decision, decide } from '#shared/transcript/decide.ts';
import { ReadResult } from '#shared/transcript/result.ts';
import { generate } from '../../layouts/generate.ts';
import { seededRandom } from '../../oracle/random.ts';
import { readText, spoken } from './reading.ts';

const SLIPS = `Ana Reyes: Wells are dry in the north.

Bo Lindt: Permits protect the company.

Ana Reyes: Then change the permits first.

Guest: I came late. Nobody told me.

Bo Lindt: We can publish them.
Ana Reyes — she knows the valley — was right about that.

Ana Reyes; And who reads them?
Kubo (union): one word on this.
Then more.

Bo Lindt: The town does.
`;

const only = (result: ReadResult, code: string) => result.alarms.filter((one) => one.code === code);
const decision = (kind: Decision['kind'], label: string | null = null): Decision =>
  kind === 'speaker' || kind === 'same' ? { kind, label } : { kind };

/** The letters of what is said and of headings, with how often each stands there. */
function letters({ blocks, headings }: Pick<ReadResult, 'blocks' | 'headings'>): Map<string, number> {
  return counted([...headings, ...blocks.map(({ text }) => text)].join('\n'));
}

function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [letter] of text.matchAll(/[\p{L}\p{N}]/gu)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

describe('a decision about a place in doubt', () => {
  it('cuts a turn where somebody else begins', async () => {
    const read = await readText(SLIPS);
    const after = decide(read, only(read, 'label-like'), decision('speaker'));
    expect(spoken(after)).toContain('Ana Reyes: And who reads them?');
    expect(spoken(after)).toContain('Kubo: one word on this.\nThen more.');
    const kubo = after.participants.find(({ label }) => label === 'Kubo');
    expect(`${kubo?.title}${kubo?.organisation}`).toBe('union');
    expect(after.blocks.find(({ speaker }) => speaker === 'Kubo')?.lines).toEqual({ from: 13, to: 14 });
    expect(only(after, 'label-like')).toEqual([]);
    const known = decide(read, only(read, 'label-like'), decision('same', 'Bo Lindt'));
    expect(spoken(known)).toContain('Bo Lindt: (union) one word on this.\nThen more.');
  });

  it('gives what stands behind a name that speaks elsewhere to whoever has it', async () => {
    const read = await readText(SLIPS);
    const after = decide(read, only(read, 'known-name'), decision('speaker'));
    expect(spoken(after)).toContain('Ana Reyes: she knows the valley — was right about that.');
    const stays = decide(read, only(read, 'known-name'), decision('same'));
    expect(stays.blocks).toEqual(read.blocks);
    expect(stays.alarms).toHaveLength(read.alarms.length - 1);
    const told = decide(read, only(read, 'known-name'), decision('narration'));
    expect(spoken(told)).toContain('(Ana Reyes — she knows the valley — was right about that.)');
  });

  it('puts what was no label back into the words of the turn above', async () => {
    const read = await readText(SLIPS);
    const [once] = only(read, 'label-once');
    expect(once?.label).toBe('Guest');
    const after = decide(read, only(read, 'label-once'), decision('notLabel'));
    expect(spoken(after)).toContain(
      'Ana Reyes: Then change the permits first.\n\nGuest: I came late. Nobody told me.',
    );
    expect(after.participants.map(({ label }) => label)).not.toContain('Guest');
    expect(only(after, 'label-once')).toEqual([]);
  });

  it('makes somebody known of a start', async () => {
    const read = await readText(SLIPS);
    const after = decide(read, only(read, 'label-once'), decision('same', 'Bo Lindt'));
    expect(spoken(after)).toContain('Bo Lindt: I came late. Nobody told me.');
    expect(after.participants.map(({ label }) => label)).not.toContain('Guest');
  });

  it('makes a heading of a line, and gives what follows to who spoke', async () => {
    const read = await readText(SLIPS);
    const after = decide(read, only(read, 'label-once'), decision('heading'));
    expect(after.headings).toEqual(['Guest: I came late. Nobody told me.']);
    expect(after.blocks.at(-1)?.heading).toBe(after.headings[0]);
    expect(after.blocks[0]?.heading).toBe(null);
  });

  it('leaves all as it is, and closes the doubt', async () => {
    const read = await readText(SLIPS);
    const after = decide(read, read.alarms, decision('leave'));
    expect(after).toEqual({ ...read, alarms: [] });
  });

  it('is not offered where the line is gone', async () => {
    const read = await readText(SLIPS);
    const [once] = only(read, 'label-once');
    if (!once) throw new Error('no alarm');
    const gone = { ...read, blocks: read.blocks.filter(({ speaker }) => speaker !== 'Guest') };
    expect(DECISIONS.filter((kind) => canDecide(gone, once, decision(kind)))).toEqual(['leave']);
  });

  it('loses no word, whatever is decided in whatever order', { timeout: 120_000 }, async () => {
    let tried = 0;
    for (let seed = 1; seed <= 700; seed++) {
      const random = seededRandom(seed);
      const read = await readText(generate(seed).text).catch(() => null);
      if (!read) continue;
      let now = read;
      for (let step = 0; step < 6 && now.alarms.length > 0; step++) {
        const alarm = random.pick(now.alarms);
        const kind = random.pick(DECISIONS);
        const chosen = random.chance(0.3) ? (now.participants.at(0)?.label ?? null) : null;
        const made = decision(kind, chosen);
        const before = letters(now);
        const alarms = random.chance(0.4) ? now.alarms.filter(({ like }) => like === alarm.like) : [alarm];
        const next = decide(now, alarms, made);
        const kept = letters(next);
        // What stands before the words of a line may become the label of a turn, and is no text any more.
        const prefixes = counted(
          kind === 'speaker' || kind === 'same'
            ? alarms
                .map(({ line, rest }) => {
                  const text = now.source.find(({ number }) => number === line)?.text ?? '';
                  return text.slice(0, rest.length < 160 ? text.length - rest.length : text.indexOf(rest, 1));
                })
                .join(' ')
            : '',
        );
        const lost = [...before].filter(
          ([letter, count]) => (kept.get(letter) ?? 0) + (prefixes.get(letter) ?? 0) < count,
        );
        expect({ seed, kind, chosen, alarms, lost }).toEqual({ seed, kind, chosen, alarms, lost: [] });
        const labels = new Set(next.participants.map(({ label }) => label));
        for (const { speaker } of next.blocks) if (speaker !== null) expect([...labels]).toContain(speaker);
        ReadResult.parse(next);
        for (const { text } of next.blocks) expect(text.trim()).toBe(text);
        tried++;
        now = next;
      }
    }
    expect(tried).toBeGreaterThan(100);
  });
});
