/** How fast each layout of text is read, from bytes to turns: the same words in every layout, so that they compare. */
import Encoding from 'encoding-japanese';
import { readTranscript } from '#shared/transcript/registry.ts';
import { type Bench, type Figure, median, timed } from './frame.ts';

const TURNS = 5_000;
const RUNS = 5;

const NAMES = ['Ana Diallo', 'Bo Lindt', 'Rosa Holt', 'Ken Abe'];
const JAPANESE = ['早瀬みちる', '松原直人', '黒岩徹也', '大沢春香'];
const SAID =
  'The growers told us about the wells and the fees, and we asked how the water had changed since the pumps were built. ';
const SAID_JA =
  '井戸の水位がこの三年で二メートルほど下がり、くみに行く時間が倍になったという声が農園から届いています。';

const name = (turn: number) => NAMES[turn % NAMES.length] ?? '';
const japanese = (turn: number) => JAPANESE[turn % JAPANESE.length] ?? '';
const said = (turn: number) => `${SAID.repeat(2)}That was in ${1900 + (turn % 120)}.`;
const saidJa = (turn: number) => `${SAID_JA.repeat(2)}${1900 + (turn % 120)}年のことです。`;
const clock = (turn: number) => new Date(turn * 5000).toISOString().slice(11, 19);

const turns = (write: (turn: number) => string, between = '\n\n') =>
  Array.from({ length: TURNS }, (_, turn) => write(turn)).join(between);

const utf8 = (text: string) => new TextEncoder().encode(text);
const cp932 = (text: string) =>
  Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), 'SJIS', 'UNICODE'));

const minutes = turns((turn) => `○参考人（${japanese(turn)}君）　${saidJa(turn)}`, '\n');

const FILES: Readonly<Record<string, Uint8Array>> = {
  'talk.vtt': utf8(
    `WEBVTT\n\n${turns((turn) => `${clock(turn)}.000 --> ${clock(turn)}.900\n<v ${name(turn)}>${said(turn)}</v>`)}`,
  ),
  'talk.srt': utf8(
    turns((turn) => `${turn + 1}\n${clock(turn)},000 --> ${clock(turn)},900\n${name(turn)}: ${said(turn)}`),
  ),
  'chat.txt': utf8(turns((turn) => `${clock(turn)}\t${name(turn)}:\t${said(turn)}`, '\n')),
  'otter.txt': utf8(turns((turn) => `${name(turn)}  ${clock(turn)}\n${said(turn)}`)),
  'labelled.txt': utf8(turns((turn) => `${name(turn)}: ${said(turn)}`)),
  'timed.txt': utf8(turns((turn) => `[${clock(turn)}] ${name(turn)}: ${said(turn)}`, '\n')),
  'minutes.utf8.txt': utf8(minutes),
  'minutes.cp932.txt': cp932(minutes),
  'bracketed.txt': utf8(turns((turn) => `【${japanese(turn)}氏】\n${saidJa(turn)}`)),
  'interview.txt': utf8(turns((turn) => (turn % 2 === 0 ? `――${saidJa(turn)}` : saidJa(turn)))),
  'published.txt': utf8(turns((turn) => `${name(turn).split(' ')[1]} ${said(turn)}`)),
  'plain.txt': utf8(turns(said)),
};

async function speedOf(file: string, bytes: Uint8Array): Promise<Figure> {
  let format = '';
  let found = 0;
  const spent = await timed(RUNS, async () => {
    const result = await readTranscript({ name: file, bytes });
    format = result.format;
    found = result.blocks.length;
  });
  const megabytes = bytes.length / 1e6;
  return {
    what: `${file}: ${format}, ${found} turns (${megabytes.toFixed(1)} MB)`,
    value: (megabytes / median(spent)) * 1000,
    unit: 'MB/s',
  };
}

export const bench: Bench = {
  title: `Reading ${TURNS} turns by layout of text`,
  run: async () => {
    const figures: Figure[] = [];
    for (const [file, bytes] of Object.entries(FILES)) figures.push(await speedOf(file, bytes));
    return figures;
  },
};
