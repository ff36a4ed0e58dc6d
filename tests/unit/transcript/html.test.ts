import Encoding from 'encoding-japanese';
import { describe, expect, it } from 'vitest';
import { readTranscript } from '#shared/transcript/registry.ts';
import { spoken } from './reading.ts';

const read = (page: string, name = 'talk.html') =>
  readTranscript({ name, bytes: new TextEncoder().encode(page) });
const inBody = (body: string) =>
  `<!DOCTYPE html><html><head><title>t</title></head><body>${body}</body></html>`;

describe('pages of HTML', () => {
  it('reads the main part: headings, names in bold, line breaks, lists', async () => {
    const result = await read(
      inBody(`<nav><a href="/">Start</a></nav>
      <main><h1>Wells of the valley</h1>
      <h2>Who owns them</h2>
      <p><strong>Mira Holt</strong><br>Nobody   has told us.<br>
         We asked twice.</p>
      <p><strong>Ken Abe</strong><br>We do not know &amp; never did.</p>
      <ul><li>wells</li><li>rivers</li></ul>
      <p><strong>Mira Holt</strong><br>That is the <em>trouble</em>.</p>
      <h2>What comes next</h2>
      <p><strong>Ken Abe</strong><br>A plan.</p></main>
      <script>alert("Mira Holt: no")</script><footer>© Orchards</footer>`),
    );
    expect(result).toMatchObject({ format: 'html', encoding: 'utf-8', title: 'Wells of the valley' });
    expect(result.headings).toEqual(['Who owns them', 'What comes next']);
    expect(spoken(result)).toEqual([
      'Mira Holt: Nobody has told us.\nWe asked twice.',
      'Ken Abe: We do not know & never did.\n\n• wells\n\n• rivers',
      'Mira Holt: That is the trouble.',
      'Ken Abe: A plan.',
    ]);
    expect(result.ledger).toEqual([
      { part: 'page-frame', words: expect.stringContaining('© Orchards'), count: expect.any(Number) },
    ]);
  });

  it('reads names in bold before the words, without a colon', async () => {
    const result = await read(
      inBody(
        ['早瀬', '松原', '早瀬', '松原', '早瀬']
          .map((name, index) => `<p><b>${name}</b>　水位が${index}メートル下がりました。</p>`)
          .join('\n'),
      ),
    );
    expect(spoken(result).slice(0, 2)).toEqual([
      '早瀬: 水位が0メートル下がりました。',
      '松原: 水位が1メートル下がりました。',
    ]);
    expect(result.participants.map(({ label }) => label)).toEqual(['早瀬', '松原']);
  });

  it('reads terms with descriptions, and tables with a column of names, as turns', async () => {
    const turns: [string, string][] = [
      ['Mira Holt', 'Who picks the fruit in the north of the valley?'],
      ['Ken Abe', 'Students pick it, and people who come for a season.'],
      ['Mira Holt', 'And who pays for the bus that brings them there?'],
    ];
    const expected = turns.map(([name, words]) => `${name}: ${words}`);
    const list = turns.map(([name, words]) => `<dt>${name}</dt><dd><p>${words}</p></dd>`).join('');
    expect(spoken(await read(inBody(`<dl>${list}</dl>`)))).toEqual(expected);
    const rows = turns.map(
      ([name, words], index) => `<tr><td>0:0${index}</td><td>${name}</td><td>${words}</td></tr>`,
    );
    const table = await read(
      inBody(`<table><tr><th>Time</th><th>Speaker</th><th>Text</th></tr>${rows.join('')}</table>`),
    );
    expect(spoken(table)).toEqual(expected);
    expect(table.blocks.map(({ start }) => start)).toEqual([0, 1, 2]);
    expect(table.ledger).toEqual([{ part: 'table-header', words: 'Time | Speaker | Text', count: 1 }]);
  });

  it('reads cells that go on over rows, and titles whatever their words', async () => {
    const table = await read(
      inBody(
        '<table><tr><th>Wer</th><th>Was</th></tr><tr><td rowspan="2">Mira Holt</td><td>Who pays for the season?</td></tr><tr><td>And who for the rest?</td></tr><tr><td colspan="2">Rest</td></tr><tr><td>Ken Abe</td><td>The owners pay for all of it.</td></tr><tr><td>Mira Holt</td><td>That was all I wanted.</td></tr></table>',
      ),
    );
    expect(spoken(table)).toEqual([
      'Mira Holt: Who pays for the season?\n\nAnd who for the rest?',
      'Ken Abe: The owners pay for all of it.',
      'Mira Holt: That was all I wanted.',
    ]);
    expect(table.headings).toEqual(['Rest']);
    expect(table.ledger).toEqual([{ part: 'table-header', words: 'Wer | Was', count: 1 }]);
  });

  it('tells of comments, of words struck out and of hidden ones, and reads none of them', async () => {
    const result = await read(
      inBody(
        '<p>Ana: Who pays<a href="#cmnt1" id="cmnt_ref1">[a]</a>?</p><p>Bo: <s>Nobody.</s> <del>Us.</del> The owners<span style="display:none"> do not</span>.</p><p>Ana: <ruby>早瀬<rp>(</rp><rt>はやせ</rt><rp>)</rp></ruby> said so.</p><p>Bo: Good.</p><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Is that <b>so</b>?</span></p></div>',
      ),
    );
    expect(spoken(result)).toEqual([
      'Ana: Who pays?',
      'Bo: The owners.',
      'Ana: 早瀬（はやせ） said so.',
      'Bo: Good.',
    ]);
    expect(Object.fromEntries(result.ledger.map(({ part, words }) => [part, words]))).toEqual({
      comment: expect.stringContaining('Is that so?'),
      'struck-out': 'Nobody.',
      deleted: 'Us.',
      hidden: 'do not',
    });
  });

  it.each([
    ['Shift_JIS', 'utf-8'],
    ['UTF-8', 'shift_jis'],
  ])('does not believe a page that says it is in %s and is not', async (said, real) => {
    const page = `<html><head><meta charset="${said}"></head><body><p>早瀬：賃金について伺います。</p><p>黒岩：農園主が払います。</p><p>早瀬：わかりました。</p></body></html>`;
    const bytes =
      real === 'utf-8'
        ? new TextEncoder().encode(page)
        : Uint8Array.from(Encoding.convert(Encoding.stringToCode(page), { to: 'SJIS', from: 'UNICODE' }));
    const result = await readTranscript({ name: 'talk.html', bytes });
    expect(result.encoding).toBe(real);
    expect(spoken(result)[0]).toBe('早瀬: 賃金について伺います。');
  });

  it('reads pages that are laid out by tables as if there were none', async () => {
    const result = await read(
      inBody(
        '<table><tr><td>We grow apples.</td><td><h1>Talk</h1><p>Ana: One.</p><p>Bo: Two.</p><p>Ana: Three.</p><p>Bo: Four.</p></td></tr></table>',
      ),
    );
    expect(result.title).toBe('Talk');
    expect(spoken(result)).toEqual([
      '(We grow apples.)',
      'Ana: One.',
      'Bo: Two.',
      'Ana: Three.',
      'Bo: Four.',
    ]);
  });

  it('believes the page about its encoding, but a chosen one more', async () => {
    const bytes = Uint8Array.from([
      ...Buffer.from('<html><meta charset="Shift_JIS"><p>'),
      ...[0x91, 0x81, 0x90, 0xa3, 0x81, 0x46, 0x90, 0x85, 0x81, 0x42],
      ...Buffer.from('</p></html>'),
    ]);
    const read = async (encoding?: string) =>
      readTranscript({ name: 'talk.html', bytes }, encoding === undefined ? {} : { encoding });
    expect(spoken(await read())).toEqual(['早瀬: 水。']);
    expect((await read()).encoding).toBe('shift_jis');
    expect((await read('windows-1252')).encoding).toBe('windows-1252');
  });

  it('leaves hidden parts out and survives what nobody closed', async () => {
    const result = await read(
      '<html><body><p hidden>Ana: no</p><p style="display:none">Ana: no</p><p>Ana: One.<p>Bo: Two.<p>Ana: Th<b>re</b>e.',
    );
    expect(spoken(result)).toEqual(['Ana: One.', 'Bo: Two.', 'Ana: Three.']);
  });

  it('takes text with a few tags for text', async () => {
    const result = await read('Ana: a <p> tag.\nBo: Two.\nAna: Three.', 'talk.txt');
    expect(result.format).toBe('labelled');
    expect(spoken(result)[0]).toBe('Ana: a <p> tag.');
  });

  it.each([
    ['a page without words', inBody('<img src="a.png"><script>1</script>'), 'file-empty'],
    ['elements a million deep', `<html>${'<div>'.repeat(1_000_000)}x`, 'file-hostile'],
  ])('refuses %s', async (_, page, code) => {
    await expect(read(page)).rejects.toMatchObject({ problem: { code } });
  });

  it('reads large pages on one line in no time that grows with their square', async () => {
    const page = inBody(`<p>Ana: ${'words <b>and</b> more '.repeat(100_000)}</p>`);
    const result = await read(page);
    expect(result.blocks.length).toBeGreaterThan(1);
  });
});
