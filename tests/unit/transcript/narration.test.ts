import { describe, expect, it } from 'vitest';
import type { ReadResult } from '#shared/transcript/result.ts';
import { type Random, seededRandom } from '../../oracle/random.ts';
import { readText } from './reading.ts';

/*
 * Sentences are put together of names, verbs and complements that the rule does not list, except where a test is about
 * one of its words: the rule must know them by their grammar.
 */
const EN = {
  people: ['Ana Duarte', 'Piet van Wyk', 'Ruth Abara', 'Chair'],
  called: ['Ms Duarte', 'Dr. van Wyk', 'Mrs. Abara', 'The Chair'],
  lead: ['', '', 'Somewhat later, ', 'On the same point, ', 'Having read the minutes, '],
  adverb: [' ', ' ', ' duly ', ' then ', ' once again '],
  verb: [
    'queried',
    'flagged',
    'disputed',
    'lamented',
    'applauded',
    'probed',
    'deplored',
    'overrode',
    'took up',
  ],
  what: [
    'the delay at Ostrava',
    'the second survey',
    'the fees of the brokers',
    'how pay was set in the mills',
  ],
};
const JA = {
  people: ['出羽 薫', '喜多川 奏', '江波 渚', '座長'],
  called: ['出羽氏', '喜多川氏', '江波委員', '座長'],
  lead: ['', '', '同じ論点で、', '休憩を挟んで、', '資料を踏まえ、'],
  who: ['から', 'より', 'が', 'は'],
  what: ['寮の費用', '二度目の調査', '仲介業者の扱い', '工場の賃金台帳'],
  verb: [
    'を危ぶむ声が聞かれた',
    'に異論を唱えた',
    'の扱いを難じる発言があった',
    'を改めるべきとの見解が示された',
    'に謝意を表した',
  ],
};
const SAID = {
  en: [
    'We opened the books to the auditors in spring.',
    'I see no reason to wait with that.',
    'You will find it in the annex, and I stand by it.',
    'Our buyers were told, but few of them listened.',
  ],
  ja: [
    '春に監査人へ帳簿を開示しました。',
    '待つ理由はないと考えています。',
    '付属資料にございますので、ご覧ください。',
    '購買担当者には伝えましたが、聞く人は少なかったです。',
  ],
};

type Language = 'en' | 'ja';
const SEEDS = Array.from({ length: 40 }, (_, seed) => seed);
const LABELS: readonly ((label: string) => string)[] = [
  (label) => `${label}: `,
  (label) => `${label}：`,
  (label) => `[${label}] `,
  (label) => `${label}\n`,
  (label) => `${label}\t`,
];

function toldSentence(random: Random, language: Language): string {
  if (language === 'en') {
    const { called, lead, adverb, verb, what } = EN;
    const opening = random.pick(lead);
    const name = random.pick(called);
    const inside = opening === '' ? name : name.replace(/^The/, 'the');
    return `${opening}${inside}${random.pick(adverb)}${random.pick(verb)} ${random.pick(what)}.`;
  }
  const { called, lead, who, what, verb } = JA;
  return `${random.pick(lead)}${random.pick(called)}${random.pick(who)}${random.pick(what)}${random.pick(verb)}。`;
}

interface Talk {
  readonly paragraphs: readonly string[];
  /** Where each turn ends: the index behind its last paragraph. */
  readonly ends: readonly number[];
}

/** A dialogue of labelled turns, each of `length` paragraphs. */
function talk(random: Random, language: Language, length: () => number): Talk {
  const write = random.pick(LABELS);
  const { people } = language === 'en' ? EN : JA;
  const paragraphs: string[] = [];
  const ends: number[] = [];
  for (let turn = 0; turn < 9; turn++) {
    const label = people[(turn + (turn > 4 ? 1 : 0)) % people.length] ?? '';
    const count = length();
    for (let at = 0; at < count; at++)
      paragraphs.push(`${at === 0 ? write(label) : ''}${random.pick(SAID[language])} (${turn}/${at})`);
    ends.push(paragraphs.length);
  }
  return { paragraphs, ends };
}

function withParagraph({ paragraphs }: Talk, at: number, added: string): string {
  return [...paragraphs.slice(0, at), added, ...paragraphs.slice(at)].join('\n\n');
}

const squeezed = (text: string) => text.replaceAll(/\s+/gu, '');
const holding = ({ blocks }: ReadResult, words: string) =>
  blocks.filter(({ text }) => squeezed(text).includes(squeezed(words)));
const isListed = ({ alarms, source }: ReadResult, words: string) => {
  const line = source.find(({ text }) => squeezed(text).includes(squeezed(words)))?.number;
  return alarms.some((alarm) => alarm.line === line);
};

describe.each<Language>(['en', 'ja'])('what a page tells between turns (%s)', (language) => {
  it('is nobody’s words, and needs no question where each turn has one paragraph', async () => {
    for (const seed of SEEDS) {
      const random = seededRandom(seed);
      const dialogue = talk(random, language, () => 1);
      const sentence = toldSentence(random, language);
      const plain = await readText(dialogue.paragraphs.join('\n\n'));
      const result = await readText(withParagraph(dialogue, random.between(3, 8), sentence));
      expect(holding(result, sentence), `${seed}: ${sentence}`).toMatchObject([{ kind: 'narration' }]);
      expect(isListed(result, sentence), `${seed}: ${sentence}`).toBe(false);
      expect(said(result), `${seed}`).toEqual(said(plain));
    }
  });

  it('is in nobody’s mouth without being listed, where turns have several paragraphs', async () => {
    for (const seed of SEEDS) {
      const random = seededRandom(1000 + seed);
      const dialogue = talk(random, language, () => random.between(1, 3));
      const sentence = toldSentence(random, language);
      const text = withParagraph(dialogue, dialogue.ends[random.between(2, 7)] ?? 1, sentence);
      const result = await readText(text);
      const [block] = holding(result, sentence);
      expect(block?.kind === 'narration' || isListed(result, sentence), `${seed}: ${sentence}`).toBe(true);
    }
  });

  it('is a speaker’s inside a paragraph, and where the speaker goes on below', async () => {
    for (const seed of SEEDS) {
      const random = seededRandom(2000 + seed);
      const dialogue = talk(random, language, () => 3);
      const sentence = toldSentence(random, language);
      const turn = random.between(2, 7);
      const end = dialogue.ends[turn] ?? 1;
      const inside = dialogue.paragraphs.with(end - 2, `${dialogue.paragraphs[end - 2]} ${sentence}`);
      for (const text of [inside.join('\n\n'), withParagraph(dialogue, end - 1, sentence)]) {
        const result = await readText(text);
        const before = holding(result, `(${turn}/0)`)[0]?.speaker;
        expect(before, `${seed}`).toBeTruthy();
        expect(holding(result, sentence), `${seed}: ${sentence}`).toMatchObject([
          { kind: 'speech', speaker: before },
        ]);
        expect(holding(result, `(${turn}/2)`), `${seed}`).toMatchObject([{ speaker: before }]);
      }
    }
  });
});

describe('what a speaker tells in a last paragraph', () => {
  const OWN = [
    'Ms Duarte asked whether we had been there, and we had.',
    'Dr. van Wyk raised it with me in the corridor.',
    'As Mrs. Abara noted, our own figures say the same.',
    'Ms Duarte asked for the list. It is in the annex.',
    'Ms Duarte asks whether the mills pay by the piece.',
    'Did Ms Duarte ask whether the mills paid by the piece?',
    'Mrs. Abara will say more about the mills.',
    'Ms Duarte said: the mills paid by the piece.',
    'The mills that Ms Duarte visited pay by the piece.',
    '出羽さんがおっしゃった通りです。',
    '出羽さんからご指摘をいただきましたので、私から補足します。',
    '私も、喜多川さんから質問を受けた。',
    '江波委員のご質問にお答えしました。',
  ];
  it.each(OWN)('stays the speaker’s: %s', async (sentence) => {
    const language = /[ぁ-ん]/u.test(sentence) ? 'ja' : 'en';
    for (const seed of SEEDS.slice(0, 10)) {
      const random = seededRandom(seed);
      const dialogue = talk(random, language, () => 1);
      const at = random.between(3, 8);
      const result = await readText(withParagraph(dialogue, at, sentence));
      const before = holding(result, `(${at - 1}/0)`)[0]?.speaker;
      expect(holding(result, sentence), `${seed}`).toMatchObject([{ kind: 'speech', speaker: before }]);
    }
  });

  it('stays the speaker’s inside a quotation that goes on', async () => {
    const dialogue = [
      'Ana Duarte: The minutes are short. “The meeting began late.',
      'Mrs. Abara disputed the second survey.',
      'Nobody answered.” That is all there was.',
      'Ruth Abara: I see.',
      'Ana Duarte: We move on.',
      'Ruth Abara: Very well.',
    ].join('\n\n');
    const [block] = holding(await readText(dialogue), 'Mrs. Abara disputed');
    expect(block).toMatchObject({ kind: 'speech', speaker: 'Ana Duarte' });
  });
});

/** Who says what, the page’s words left out. */
function said({ blocks }: ReadResult): string[] {
  return blocks.filter(({ kind }) => kind === 'speech').map(({ speaker, text }) => `${speaker}: ${text}`);
}
