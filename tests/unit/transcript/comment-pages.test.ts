import { describe, expect, it } from 'vitest';
import { decide } from '#shared/transcript/decide.ts';
import type { ReadResult } from '#shared/transcript/result.ts';
import { lost, readText, spoken } from './reading.ts';

/** Pages on which companies print what guests have said, otherwise than turn by turn: each is named for how it says whose the words are. */
const said = (result: ReadResult) => spoken(result).filter((line) => !line.startsWith('('));
const people = ({ participants }: ReadResult) =>
  participants.map(({ name, title, organisation, external }) =>
    [name, title, organisation, external ? 'guest' : 'own'].join(' | '),
  );

describe('headings that name who speaks', () => {
  it('are read above a list, which ends where the company speaks again', async () => {
    const result = await readText(
      `2021年度 有識者ダイアログ

みのり食品は、2021年11月、港南大学 教授 大庭 良子氏をお招きし、取り組みについてご意見をいただきました。

出席者

<有識者>
港南大学 国際学部 教授 大庭 良子氏

<みのり食品出席者>
人権推進部長 香取 新
調達部 野口 守、星 加代

大庭氏からいただいたご意見

・調査票を集めるだけでなく、現地で働く人の声を聞くことが必要である。
・苦情窓口は、下請けの方も使えるようにしてほしい。

いただいたご意見は、今後の活動に反映してまいります。`,
    );
    expect(said(result)).toEqual([
      '大庭: ・調査票を集めるだけでなく、現地で働く人の声を聞くことが必要である。\n・苦情窓口は、下請けの方も使えるようにしてほしい。',
    ]);
    expect(spoken(result).at(-1)).toBe('(いただいたご意見は、今後の活動に反映してまいります。)');
    expect(people(result)).toEqual([
      '大庭 良子 | 国際学部 教授 | 港南大学 | guest',
      '香取 新 | 人権推進部長 |  | own',
      '野口 守 | 調達部 |  | own',
      '星 加代 | 調達部 |  | own',
    ]);
    expect(result).toMatchObject({ format: 'headed', date: '2021-11', alarms: [] });
  });

  it('are read in brackets, with marks, in Markdown, and with the company’s answers between', async () => {
    const brackets = `専門家
工藤 渚氏（環境と人権センター 事務局長）
当社
執行役員 佐伯 洋

＜工藤氏のコメント＞
化学物質による健康への影響は、人権の問題として見るべきです。

＜当社の回答＞
見直します。`;
    expect(said(await readText(brackets))).toEqual([
      '工藤: 化学物質による健康への影響は、人権の問題として見るべきです。',
      '当社: 見直します。',
    ]);
    const marks = `■ 福井 渉氏（持続可能な農業の会）より

残る人と去る人の両方に目を向けてください。

■ 星野 玲奈氏より

若い人は調べて買います。`;
    expect(said(await readText(marks))).toEqual([
      '福井 渉: 残る人と去る人の両方に目を向けてください。',
      '星野 玲奈: 若い人は調べて買います。',
    ]);
    const markdown = `# 有識者からのコメント

## 中谷 冬美氏（地域と人権の会）

住まいについて、もう一歩踏み込んでほしいと思います。

## 成田 駿氏（大学教員）

指標の選び方に一貫性があります。`;
    expect(said(await readText(markdown, 'page.md'))).toEqual([
      '中谷 冬美: 住まいについて、もう一歩踏み込んでほしいと思います。',
      '成田 駿: 指標の選び方に一貫性があります。',
    ]);
  });

  it('are read in English, before and behind the name', async () => {
    const text = `Comments from experts

Comment by Rei Fujita, Director, Institute of Trade

The grievance channel must be open to workers of subcontractors. Today it is not.

Jun Hara's view

I would like to see the results of the audits in the report.

Our response

We will open the channel to subcontractors in the coming year.`;
    const result = await readText(text);
    expect(said(result)).toEqual([
      'Rei Fujita: The grievance channel must be open to workers of subcontractors. Today it is not.',
      'Jun Hara: I would like to see the results of the audits in the report.',
      'The company: We will open the channel to subcontractors in the coming year.',
    ]);
    expect(result.participants.map(({ external }) => external)).toEqual([true, true, false]);
  });

  it('stand in front of the words, for groups too', async () => {
    const text = `有識者のご意見：方針の対象に取引先も含めてください。
当社の回答：2024年の改定で含めます。

有識者のご意見：匿名で相談できますか。
当社の回答：匿名でも受け付けています。`;
    expect(said(await readText(text))).toEqual([
      '有識者: 方針の対象に取引先も含めてください。',
      '当社: 2024年の改定で含めます。',
      '有識者: 匿名で相談できますか。',
      '当社: 匿名でも受け付けています。',
    ]);
  });

  it('take the company’s answer out of the mouth of who spoke last', async () => {
    const text = `有識者からのご意見
・太田氏：苦情の仕組みは、使う人の言葉で作られていなければならない。
・加瀬氏：辞めた理由を調べてほしい。
・太田氏：海外の子会社にも同じ方針を。

当社の今後の対応
・窓口を8言語に広げます。`;
    expect(said(await readText(text)).slice(-2)).toEqual([
      '太田: 海外の子会社にも同じ方針を。',
      '当社: ・窓口を8言語に広げます。',
    ]);
  });

  it('are none above a heading, a list of people or a policy', async () => {
    const text = `人権方針

当社グループは、人権を尊重する責任を果たすため、次の方針を定めます。

・国際規範を尊重します。
・救済に取り組みます。

取り組みの体制

委員会が年に2回、進捗を確認します。`;
    const result = await readText(text);
    expect(result).toMatchObject({ format: 'plain', alarms: [], participants: [] });
    expect(result.blocks.every(({ speaker }) => speaker === null)).toBe(true);
  });
});

describe('names beside the words', () => {
  it('are read above them, with the post above, beside or below the name', async () => {
    const text = `有識者の声

円卓会議 代表
久我 明 氏

企業を評価するのは、そこで働く人と地域の人です。

富田 ライアン 氏
サザンビーンズ 代表

農家の収入は天気で決まります。

生活研究所 主任 小塚 ひかり氏

まずは一つの原料から始めてはどうでしょうか。`;
    const result = await readText(text);
    expect(said(result)).toEqual([
      '久我 明: 企業を評価するのは、そこで働く人と地域の人です。',
      '富田 ライアン: 農家の収入は天気で決まります。',
      '小塚 ひかり: まずは一つの原料から始めてはどうでしょうか。',
    ]);
    expect(result.format).toBe('captioned');
    expect(result.warnings).toContainEqual({ code: 'names-beside', params: {} });
    expect(lost(text, result, '氏')).toEqual([]);
  });

  it('are read below them, and in capitals with the post apart', async () => {
    const below = `Voices from our dialogue

"Show the children, not the chocolate"

The farm survey is careful work. Still, children themselves hardly speak in it.

Maki Akane
Director, Circle of Harvest

"Prices decide"

Premiums reach few. Publish how prices are set and who sets them.

Rui Iden
Researcher, Step Foundation`;
    expect(said(await readText(below))).toEqual([
      'Maki Akane: The farm survey is careful work. Still, children themselves hardly speak in it.',
      'Rui Iden: Premiums reach few. Publish how prices are set and who sets them.',
    ]);
    const apart = `有識者ダイアログDIALOGUE

NAOMI TERADA

みんなの台所 編集長

家で何度も作りました。原料がどこから来るのか、答えられませんでした。

RYAN TOMITA

サザンビーンズ 代表

前払いの仕組みがあると、子どもを学校にやれます。`;
    expect(said(await readText(apart))).toEqual([
      'NAOMI TERADA: 家で何度も作りました。原料がどこから来るのか、答えられませんでした。',
      'RYAN TOMITA: 前払いの仕組みがあると、子どもを学校にやれます。',
    ]);
  });

  it('are not read where they could stand above the words or below them: each is listed', async () => {
    const text = `有識者の声

現場の声を聞く仕組みが整ってきました。

久我 明 氏
円卓会議 代表

農家の収入は天気で決まります。

小塚 ひかり 氏
市民ネット 理事

前払いの仕組みがあると助かります。`;
    const { blocks, alarms } = await readText(text);
    expect(blocks.every(({ speaker }) => speaker === null)).toBe(true);
    expect(alarms.map(({ code, line, label }) => [code, line, label])).toEqual([
      ['reported-words', 3, '久我'],
      ['reported-words', 8, null],
      ['reported-words', 13, '小塚'],
    ]);
  });

  it('are nobody’s where the page tells of lives, or of one dialogue in which somebody was', async () => {
    const board = `役員紹介

赤井 実
代表取締役社長

1985年入社。営業部長、海外事業本部長を経て、2018年より現職。

井上 紀子
取締役

1990年入社。人事部長などを歴任。2020年より現職。`;
    const { blocks } = await readText(board);
    expect(blocks.every(({ speaker }) => speaker === null)).toBe(true);
  });
});

describe('names behind the words', () => {
  it('are read in brackets at the end of items, with the company’s answers between', async () => {
    const text = `参加者　菊地 亨氏（NGOみらい 事務局次長）
　　　　木場 千尋氏（金沢社会研究所 所長）

【ご意見】住まいについて、誰が責任を持つのか明確にすべきである。（菊地氏）
【当社の考え】住まいの基準を調達指針に加えます。

【ご意見】賃金の支払い方法を確認しているか。（木場氏）
【当社の考え】監査の項目に加えました。`;
    const result = await readText(text);
    expect(said(result)).toEqual([
      '菊地: 【ご意見】住まいについて、誰が責任を持つのか明確にすべきである。',
      '当社: 住まいの基準を調達指針に加えます。',
      '木場: 【ご意見】賃金の支払い方法を確認しているか。',
      '当社: 監査の項目に加えました。',
    ]);
    expect(people(result)).toContain('木場 千尋 | 所長 | 金沢社会研究所 | guest');
  });

  it('are read in English, of guests and of the company’s own', async () => {
    const text = `Participants
Outside experts
Clara Boateng, Professor, Lakeside University
Company
Mia Sorensen, Chief Sustainability Officer

Main points raised

- Suppliers should be paid on time, since late pay is passed on to workers. (Prof. Boateng)
- We are revising our contracts this year. (Ms. Sorensen)
- Publish the list of suppliers. (Prof. Boateng)`;
    const result = await readText(text);
    expect(said(result).map((line) => line.split(':')[0])).toEqual(['Boateng', 'Sorensen', 'Boateng']);
    expect(result.participants.map(({ external }) => external)).toEqual([true, false]);
  });

  it('are none where brackets hold a place, an acronym or what somebody is', async () => {
    const text = `Events of the year

- Workshop with the unions of the garment sector. (Dhaka)
- Workshop with the buyers of the garment sector. (Tokyo)
- Report on wages, with the International Labour Organization. (ILO)`;
    expect((await readText(text)).format).toBe('plain');
  });
});

describe('words that a page only reports', () => {
  const page = `ステークホルダーダイアログ2018

お招きした有識者

岸本 りえ 氏
暮らしと人権研究所 主任研究員

2018年7月のダイアログで、以下のご助言をいただきました。

① 影響を受ける人と直接話す場を、年に一度は設けること。
② 指標は少なく、しかし続けて公表すること。`;

  it('stay the page’s, and are listed with the one guest who may have said them', async () => {
    const result = await readText(page);
    expect(said(result)).toEqual([]);
    expect(result.alarms).toMatchObject([{ code: 'reported-words', line: 10, label: '岸本 りえ' }]);
  });

  it('become that guest’s by one decision, and none is lost', async () => {
    const result = await readText(page);
    const decided = decide(result, result.alarms, { kind: 'speaker', label: null });
    expect(said(decided)).toEqual([
      '岸本 りえ: ① 影響を受ける人と直接話す場を、年に一度は設けること。\n② 指標は少なく、しかし続けて公表すること。',
    ]);
    expect(decided.alarms).toEqual([]);
    expect(lost(page, decided, '氏')).toEqual([]);
  });

  it('are listed under the heads of two columns, where nothing tells whose they are', async () => {
    const { alarms, blocks } = await readText(
      `有識者：岩田 学氏（市民の会 代表）
　　　　植村 京子氏（暮らし研究所 研究員）

有識者のご意見　当社の対応
・原料の産地を公表することが信頼につながる。

産地別の一覧を公表します。`,
    );
    expect(blocks.every(({ kind }) => kind === 'narration')).toBe(true);
    expect(alarms.map(({ code, label, text }) => [code, label, text])).toEqual([
      ['reported-words', null, '・原料の産地を公表することが信頼につながる。'],
      ['reported-words', null, '産地別の一覧を公表します。'],
    ]);
  });

  it('name in the sentence above them who said them', async () => {
    const { alarms } = await readText(
      `小宮 礼氏（川辺大学）は、次のように述べました。

「苦情が少ないのは、良い兆しとは限りません。」

また、牧 昭氏（労働相談室）からは次のような指摘がありました。

「派遣で働く方の声が入っていません。」`,
    );
    expect(alarms.map(({ label, line }) => [label, line])).toEqual([
      ['小宮 礼', 3],
      ['牧 昭', 7],
    ]);
  });
});

describe('lists of participants', () => {
  it('put names before or behind posts, and the company’s people under its name', async () => {
    const text = `出席者

【社外】
大城 理人 氏　海鳴大学 教授
近藤 幸（こんどう さち）氏　NPO法人いずみ 理事
【庚社】
社長　加納 勝
調達担当役員　北 奈緒

大城氏：調査の結果を誰に伝えていますか。
加納：社内と取引先です。
近藤氏：地域の方にはどうですか。
北：まだです。
大城氏：急いでください。`;
    expect(people(await readText(text))).toEqual([
      '大城 理人 | 教授 | 海鳴大学 | guest',
      '加納 勝 | 社長 |  | own',
      '近藤 幸 | 理事 | NPO法人いずみ | guest',
      '北 奈緒 | 調達担当役員 |  | own',
    ]);
  });

  it('name the company in English above its people, who may answer by courtesy and surname', async () => {
    const text = `In September 2022 Harbourline Foods held a dialogue with an outside expert.

Participants

Expert
Dr. Leila Osman
Associate Professor, Northgate University

Facilitator
Yann Colbert
Nagi SARL

Harbourline Foods
Petra Lindqvist, Head of Sustainability

Exchange of views

Ms. Lindqvist
We began with our largest suppliers. Is that right?

Dr. Osman
Size tells little about risk. Begin where people are most likely to be hurt.

Mr. Colbert
How would you find that out?

Dr. Osman
Ask unions, and look at who has no contract.`;
    const result = await readText(text);
    expect(said(result).map((line) => line.split(':')[0])).toEqual([
      'Lindqvist',
      'Osman',
      'Colbert',
      'Osman',
    ]);
    expect(people(result).map((line) => line.replace(/^Dr\. /u, ''))).toEqual([
      'Petra Lindqvist | Head of Sustainability |  | own',
      'Leila Osman | Associate Professor | Northgate University | guest',
      'Yann Colbert |  | Nagi SARL | guest',
    ]);
  });
});
