import { describe, expect, it } from 'vitest';
import { fixture, readFile, readText, spoken } from './reading.ts';

describe('turns that begin with a name and a colon', () => {
  it('begins a line at every mark that ends one in some program', async () => {
    const breaks = ['\v', '\f', '\u0085', '\u2028', '\u2029', '\r', '\r\n'];
    const turns = breaks.map(
      (_, at) => `${at % 2 === 0 ? 'Mira Holt' : 'Ken Abe'}: Well number ${at} is dry.`,
    );
    const text = turns.map((turn, at) => `${turn}${breaks[at]}`).join('');
    expect(spoken(await readText(text))).toEqual(turns);
  });

  it('reads names, wide colons, bold names and times', async () => {
    const result = await readText(
      [
        'Mira Holt: Who picks the fruit?',
        '**Ken Abe:** Mostly seasonal workers.',
        '阿部：寮の費用は会社が出します。',
        '[00:02:05] Mira Holt: And the visas?',
        '**Ken Abe**: The brokers handle those.',
        '阿部：そこが課題です。',
      ].join('\n'),
    );
    expect(result.format).toBe('labelled');
    expect(spoken(result)).toEqual([
      'Mira Holt: Who picks the fruit?',
      'Ken Abe: Mostly seasonal workers.',
      '阿部: 寮の費用は会社が出します。',
      'Mira Holt: And the visas?',
      'Ken Abe: The brokers handle those.',
      '阿部: そこが課題です。',
    ]);
    expect(result.blocks[3]?.start).toBe(125);
    expect(result.participants.map(({ label }) => label)).toEqual(['Mira Holt', 'Ken Abe', '阿部']);
  });

  it('keeps further paragraphs and lines with their speaker', async () => {
    const result = await readText(
      'Ana:\nFirst line.\nSecond line.\n\nSecond paragraph.\n\nBo Lindt: Yes.\n\nAna: Good.',
    );
    expect(spoken(result)).toEqual([
      'Ana: First line.\nSecond line.\n\nSecond paragraph.',
      'Bo Lindt: Yes.',
      'Ana: Good.',
    ]);
  });

  it('puts a sentence together that the page broke over two lines', async () => {
    const result = await readText(
      'Ana: We would like to hear about the\ndormitories first.\nBo: その寮では一部屋に八人が暮らしていて夜も\n扉に鍵がかかっていました。\nAna: Oh.\nBo: Yes.',
    );
    expect(spoken(result).slice(0, 2)).toEqual([
      'Ana: We would like to hear about the dormitories first.',
      'Bo: その寮では一部屋に八人が暮らしていて夜も扉に鍵がかかっていました。',
    ]);
  });

  it('invents no speakers from notes, links, times, ratios and prose', async () => {
    const prose = [
      'Note: this is a summary.',
      'See https://example.org/a: it has all.',
      'We met at 10:30 and split 3:1.',
      'One thing is clear: nobody asked them.',
      '注：役職は当時のものです。',
      '日時：2023年11月7日',
    ].join('\n\n');
    const result = await readText(prose);
    expect(result.format).toBe('plain');
    expect(result.participants).toEqual([]);
    const inTurn = await readText(
      `Ana: Hello.\nNote: keep this.\nBo: http://example.org is the page.\nAna: At 10:30: yes.\nBo: Good.`,
    );
    expect(inTurn.participants.map(({ label }) => label)).toEqual(['Ana', 'Bo']);
    expect(spoken(inTurn)[0]).toBe('Ana: Hello.\nNote: keep this.');
  });

  it('raises an alarm for a label that stands there once and is no whole name', async () => {
    const { participants, alarms } = await readText(
      'Ana: One.\nBo: Two.\nAna: Three.\nDunn: Four.\nBo: Five.\nCy Dahl: Six.',
    );
    expect(participants.map(({ label }) => label)).toEqual(['Ana', 'Bo', 'Dunn', 'Cy Dahl']);
    expect(alarms).toEqual([expect.objectContaining({ code: 'label-once', label: 'Dunn', line: 4 })]);
  });

  it('takes an honorific and a role in brackets for the same person', async () => {
    const { participants, blocks } = await readText(
      '早瀬氏（流域くらし研究所）：井戸の話です。\n松原：はい。\n早瀬：続けます。\n松原：どうぞ。',
    );
    expect(participants).toMatchObject([
      { name: '早瀬', title: '', organisation: '流域くらし研究所' },
      { name: '松原', title: '' },
    ]);
    expect(new Set(blocks.map(({ speaker }) => speaker)).size).toBe(2);
  });

  it('reads Markdown headings, and the first alone as the title', async () => {
    const result = await readText(
      '# On wells\n\n## Dry months\n\n**Ana:** One.\n\n## Pay\n\n**Bo:** Two.\n\n**Ana:** Three.',
      'talk.md',
    );
    expect(result.title).toBe('On wells');
    expect(result.headings).toEqual(['Dry months', 'Pay']);
    expect(result.blocks.map(({ heading }) => heading)).toEqual(['Dry months', 'Pay', 'Pay']);
  });

  it('reads the dialogue of the tests: four people with posts, two headings, fourteen turns', async () => {
    const result = await readFile(fixture('water-dialogue.txt'));
    expect(result).toMatchObject({
      format: 'labelled',
      title: 'Water, Work and Wells: a Dialogue',
      date: '2023-11-14',
      language: 'en',
      headings: ['Water and the Villages', 'Work in the Orchards'],
    });
    expect(result.participants.map(({ name, external }) => [name, external])).toEqual([
      ['Hana Moriyama', false],
      ['Amara Diallo', true],
      ['Tomas Alvarez', false],
      ['Keiko Sato', true],
    ]);
    expect(result.blocks.filter(({ kind }) => kind === 'speech')).toHaveLength(14);
    expect(result.blocks.filter(({ kind }) => kind === 'narration')).toHaveLength(1);
  });

  it('knows the company by its other names', async () => {
    const { participants, warnings } = await readFile(fixture('water-dialogue.txt'), {
      company: ['Minami University'],
    });
    expect(participants.filter(({ external }) => !external).map(({ name }) => name)).toEqual(['Keiko Sato']);
    expect(warnings).toEqual([]);
  });
});

describe('text without names', () => {
  it('becomes paragraphs of unknown speakers under their headings', async () => {
    const result = await readText(
      'Respect for Workers\n\nWe ask every grower for pay slips. We read them.\n\nWhere We Buy\n\nMost fruit comes from the north of the country.',
    );
    expect(result).toMatchObject({
      format: 'plain',
      title: 'Respect for Workers',
      headings: ['Where We Buy'],
    });
    expect(result.blocks.map(({ kind, speaker, heading }) => [kind, speaker, heading])).toEqual([
      ['speech', null, null],
      ['speech', null, 'Where We Buy'],
    ]);
    expect(result.warnings).toContainEqual({ code: 'no-speakers', params: {} });
  });
});
