/** How fast each format is read, in megabytes of its words a second: the same 2,000 turns in every one of them. */
import { Document, Packer, Paragraph } from 'docx';
import { readTranscript } from '#shared/transcript/registry.ts';
import { odtOf } from '../fixtures/odt.ts';
import { pdfOf, set } from '../fixtures/pdf.ts';
import { type Bench, type Figure, median, timed } from './frame.ts';

const TURNS = 2_000;
const RUNS = 3;
const SPEAKERS = ['Aoki', 'Bauer', 'Castro', 'Diallo', 'Eriksen', 'Fofana'];
const WORDS =
  'suppliers audit wages water union housing training agreement delay remedy region product voice risk year workers'.split(
    ' ',
  );

/** A turn in lines of at most some eighty letters, the same in every run. */
function linesOf(turn: number): string[] {
  const lines = [`${SPEAKERS[turn % SPEAKERS.length]}:`];
  for (let place = 0; place < 60; place++) {
    const word = WORDS[(turn * 7 + place * place) % WORDS.length] ?? '';
    const last = lines.at(-1) ?? '';
    if (last.length + word.length < 80) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  lines[lines.length - 1] += '.';
  return lines;
}

const TALK = Array.from({ length: TURNS }, (_, turn) => linesOf(turn));
const PARAGRAPHS = TALK.map((lines) => lines.join(' '));
const utf8 = (text: string) => new TextEncoder().encode(text);

const FORMATS: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
  'talk.txt': () => utf8(PARAGRAPHS.join('\n\n')),
  'talk.vtt': () => utf8(`WEBVTT\n\n${PARAGRAPHS.map(cue('.')).join('\n\n')}`),
  'talk.srt': () =>
    utf8(PARAGRAPHS.map((words, turn) => `${turn + 1}\n${cue(',')(words, turn)}`).join('\n\n')),
  'talk.html': () =>
    utf8(`<html><body>${PARAGRAPHS.map((words) => `<p>${words}</p>`).join('\n')}</body></html>`),
  'talk.rtf': () => utf8(`{\\rtf1\\ansi ${PARAGRAPHS.map((words) => `\\pard ${words}\\par\n`).join('')}}`),
  'talk.odt': () => odtOf(PARAGRAPHS.map((words) => `<text:p>${words}</text:p>`).join('')),
  'talk.docx': async () =>
    new Uint8Array(
      await Packer.toBuffer(
        new Document({ sections: [{ children: PARAGRAPHS.map((words) => new Paragraph(words)) }] }),
      ),
    ),
  'talk.pdf': () =>
    pdfOf(
      Array.from({ length: Math.ceil(TURNS / 6) }, (_, page) => set(TALK.slice(page * 6, page * 6 + 6))),
      { packed: true },
    ),
};

function cue(point: string): (words: string, turn: number) => string {
  const time = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 23).replace('.', point);
  return (words, turn) => `${time(turn * 5)} --> ${time(turn * 5 + 4)}\n${words}`;
}

export const bench: Bench = {
  title: `Import of ${TURNS} turns by format`,
  async run() {
    const figures: Figure[] = [];
    for (const [name, make] of Object.entries(FORMATS)) {
      const bytes = await make();
      const { blocks } = await readTranscript({ name, bytes });
      const letters = blocks.reduce((sum, { text }) => sum + text.length, 0);
      const time = median(await timed(RUNS, () => readTranscript({ name, bytes })));
      figures.push({
        what: `${name} (${(bytes.length / 1e6).toFixed(1)} MB, ${blocks.length} turns)`,
        value: letters / 1000 / time,
        unit: 'MB/s',
      });
    }
    return figures;
  },
};
