import { describe, expect, it } from 'vitest';
import { readText, spoken } from './reading.ts';

const people = (result: Awaited<ReturnType<typeof readText>>) =>
  result.participants.map(({ label, name, title, organisation }) => [label, name, title, organisation]);

describe('minutes of proceedings', () => {
  const MINUTES = [
    '第３回みなと市環境審議会　会議録',
    '令和五年十一月七日（火曜日）午後一時開会',
    '',
    '〇本日の会議に付した案件',
    '　井戸の保全について',
    '',
    '○議長（北村宏君）　ただいまから会議を開きます。',
    '〔資料映写〕',
    '○12番（早瀬みちる君）　井戸の水位について伺います。',
    '市は把握していますか。',
    '◎環境部長（松原直人君）　把握しております。',
    '〔「そうだ」と呼ぶ者あり〕',
    '続けて申し上げます。',
    '◆早瀬　みちる委員　公表は。',
    '○北村議長　環境部長。',
    '◎松原環境部長　来年度に公表します。',
    '○議長　以上で終わります。',
  ].join('\n');

  it('splits roles from names, and knows one person under all their labels', async () => {
    const result = await readText(MINUTES);
    expect(result).toMatchObject({ format: 'minutes', date: '2023-11-07' });
    expect(people(result)).toEqual([
      ['北村宏', '北村宏', '議長', ''],
      ['早瀬 みちる', '早瀬 みちる', '委員', ''],
      ['松原直人', '松原直人', '環境部長', ''],
    ]);
    expect(spoken(result).slice(1)).toEqual([
      '北村宏: ただいまから会議を開きます。',
      '(〔資料映写〕)',
      '早瀬 みちる: 井戸の水位について伺います。\n市は把握していますか。',
      '松原直人: 把握しております。',
      '(〔「そうだ」と呼ぶ者あり〕)',
      '松原直人: 続けて申し上げます。',
      '早瀬 みちる: 公表は。',
      '北村宏: 環境部長。',
      '松原直人: 来年度に公表します。',
      '北村宏: 以上で終わります。',
    ]);
  });

  it('reads experts of a hearing, names in full and in brackets of the post', async () => {
    const result = await readText(
      [
        '○委員長（岸本春香君）　次に、早瀬参考人。',
        '○参考人（早瀬みちる君）　ありがとうございます。',
        '○政府参考人（水資源庁長官　松原直人君）　お答えします。',
        '○大沢よし子君　二問伺います。',
        '○早瀬参考人　はい。',
      ].join('\n'),
    );
    expect(people(result)).toEqual([
      ['岸本春香', '岸本春香', '委員長', ''],
      ['早瀬みちる', '早瀬みちる', '参考人', ''],
      ['松原直人', '松原直人', '政府参考人 水資源庁長官', ''],
      ['大沢よし子', '大沢よし子', '', ''],
    ]);
    expect(result.blocks).toHaveLength(5);
  });

  it('takes bullets and circled headings for what they are', async () => {
    const { format, participants } = await readText(
      '○調達先を訪ねました。\n○手数料を返しました。\n○教育　全社員に行いました。\n○公表　来年度に始めます。',
    );
    expect(format).toBe('plain');
    expect(participants).toEqual([]);
  });
});

describe('names in brackets', () => {
  it('reads 【氏名】 in front of the words and above them', async () => {
    const result = await readText(
      '【司会】\n本日はよろしくお願いします。\n\n【早瀬氏】\n水位が下がっています。\n\n【松原部長】記録を見直します。\n\n【早瀬氏】ぜひ公表を。\n（拍手）\n続けます。',
    );
    expect(result.format).toBe('bracketed');
    expect(spoken(result)).toEqual([
      '司会: 本日はよろしくお願いします。',
      '早瀬: 水位が下がっています。',
      '松原: 記録を見直します。',
      '早瀬: ぜひ公表を。',
      '(（拍手）)',
      '早瀬: 続けます。',
    ]);
    expect(result.participants.find(({ label }) => label === '松原')).toMatchObject({ title: '部長' });
  });

  it('takes headings in brackets for headings', async () => {
    const result = await readText(
      '【はじめに】\n当社は人権を尊重します。\n\n【取り組み】\n調達先を訪ねます。\n\n【おわりに】\n以上です。',
    );
    expect(result.participants).toEqual([]);
    expect(result.headings).toEqual(expect.arrayContaining(['【取り組み】', '【おわりに】']));
  });
});

describe('interviews', () => {
  it('gives what stands behind ―― to the interviewer, and the answers to the one guest', async () => {
    const result = await readText(
      [
        'インタビュー：流域の声を聞く',
        '',
        '早瀬 みちる',
        '流域くらし研究所 主任研究員',
        '',
        '――水位はどう変わりましたか。',
        '',
        '三年で二メートル下がりました。',
        '',
        '通学にも響いています。',
        '',
        '――会社は何をすべきでしょうか。',
        '',
        '取水量を公表することです。',
      ].join('\n'),
    );
    expect(result).toMatchObject({ format: 'interview', title: 'インタビュー：流域の声を聞く' });
    expect(spoken(result)).toEqual([
      '――: 水位はどう変わりましたか。',
      '早瀬: 三年で二メートル下がりました。\n\n通学にも響いています。',
      '――: 会社は何をすべきでしょうか。',
      '早瀬: 取水量を公表することです。',
    ]);
    expect(result.participants.map(({ name }) => name)).toEqual(['聞き手', '早瀬 みちる']);
  });

  it('leaves answers open where the page presents nobody', async () => {
    const { blocks, warnings } = await readText(
      '――水位は。どうですか？\n下がりました。\n――なぜですか？\n雨が減りました。',
    );
    expect(blocks.map(({ speaker }) => speaker)).toEqual(['――', null, '――', null]);
    expect(warnings).toContainEqual({ code: 'turns-unnamed', params: { count: 2 } });
  });

  it('reads numbered questions and answers', async () => {
    const result = await readText(
      'Questions from suppliers\n\nQ1. Who pays the fee?\nA1. The employer pays.\n\nQ2. And the checks?\nA2. Those too.',
    );
    expect(result.format).toBe('interview');
    expect(spoken(result)).toEqual([
      'Q: Who pays the fee?',
      'A: The employer pays.',
      'Q: And the checks?',
      'A: Those too.',
    ]);
    const japanese = await readText('Ｑ：手数料は。\nＡ：雇用主です。\nＱ：寮費は。\nＡ：会社です。');
    expect(spoken(japanese)).toEqual([
      'Ｑ: 手数料は。',
      'Ａ: 雇用主です。',
      'Ｑ: 寮費は。',
      'Ａ: 会社です。',
    ]);
  });

  it('does not take lettered lists for answers', async () => {
    const { participants } = await readText(
      'A. Fees\nB. Hours\nC. Housing\n\nA. The fees were repaid.\nB. The hours fell.',
    );
    expect(participants).toEqual([]);
  });
});

describe('names on lines of their own', () => {
  it('reads Otter: title and header block as a note, then names with times', async () => {
    const result = await readText(
      [
        'well_talk_3',
        'SUMMARY KEYWORDS',
        'wells, fees, growers',
        'SPEAKERS',
        'Ana Diallo, Guest 1',
        '',
        'Ana Diallo  00:00',
        'Shall we begin?',
        '',
        'Guest 1  00:07',
        'Yes. The wells are dry.',
        '',
        'Ana Diallo  1:02:31',
        'Thank you.',
      ].join('\n'),
    );
    expect(result).toMatchObject({ format: 'named-lines', title: 'well_talk_3', headings: [] });
    expect(result.blocks.map(({ speaker, start }) => [speaker, start])).toEqual([
      [null, null],
      ['Ana Diallo', 0],
      ['Guest 1', 7],
      ['Ana Diallo', 3751],
    ]);
    expect(result.blocks[0]).toMatchObject({
      kind: 'narration',
      text: 'SUMMARY KEYWORDS\nwells, fees, growers\nSPEAKERS\nAna Diallo, Guest 1',
    });
  });

  it('reads a name without a colon, the time in front, below or nowhere', async () => {
    const turns = ['Ana Diallo: Good morning.', 'Bo Lindt: We start with wells.', 'Ana Diallo: Yes.'];
    const front = await readText(
      '0:03 Ana Diallo\nGood morning.\n0:09 Bo Lindt\nWe start with wells.\n0:31 Ana Diallo\nYes.',
    );
    const below = await readText(
      'Ana Diallo\n0:03\nGood morning.\n\nBo Lindt\n0:09\nWe start with wells.\n\nAna Diallo\n0:31\nYes.',
    );
    for (const result of [front, below]) {
      expect(spoken(result)).toEqual(turns);
      expect(result.blocks.map(({ start }) => start)).toEqual([3, 9, 31]);
    }
    const bare = await readText(
      'Ana Diallo\nGood morning.\n\nBo Lindt\nWe start with wells.\n\nAna Diallo\nYes.\n\nBo Lindt\nThe level fell.\n\nLena Frost\nOurs too.',
    );
    expect(spoken(bare)).toEqual([...turns, 'Bo Lindt: The level fell.', 'Lena Frost: Ours too.']);
  });

  it('takes an organisation in brackets behind the name for what it is', async () => {
    const result = await readText(
      '早瀬 みちる（流域くらし研究所）\n水位が下がっています。\n\n松原 直人\n公表します。\n\n早瀬 みちる\n大きな一歩です。\n\n松原 直人\nご意見をください。',
    );
    expect(people(result)).toEqual([
      ['早瀬 みちる', '早瀬 みちる', '', '流域くらし研究所'],
      ['松原 直人', '松原 直人', '', ''],
    ]);
  });

  it('does not take an agenda, a list of profiles or a letter for speakers', async () => {
    for (const text of [
      'Opening 10:00\nWelcome by the chair.\nWells 10:30\nPresentation of the data.\nLunch 12:00\nIn the canteen.',
      '早瀬 みちる\n流域くらし研究所\n各地の井戸を調べる。\n\n黒岩 徹\n弁護士\n労働事件を多く手がける。',
      'Dear Ms. Hart,\n\nThank you for the visit.\n\nKind regards,\n\nOmar Diallo\nDirector\nNorth Mill Ltd.',
      'Ana Diallo said the mills were slow.\n\nBo Lindt did not agree.\n\nAna Diallo wrote to the board.\n\nBo Lindt did not comment.',
    ]) {
      const { blocks } = await readText(text);
      expect(blocks.map(({ speaker }) => speaker)).toEqual(blocks.map(() => null));
    }
  });
});

describe('a Zoom chat', () => {
  it('makes a turn of every message, with its time and all its lines', async () => {
    const result = await readText(
      '00:01:05\tAna Diallo:\tCan you share the slides?\r\n00:01:09\tBo Lindt (mills):\tReplying to "Can you share..."\r\n\r\nYes, after the call.\r\n00:02:00\tKim | North:\t👍\r\n',
    );
    expect(result.format).toBe('zoom-chat');
    expect(spoken(result)).toEqual([
      'Ana Diallo: Can you share the slides?',
      'Bo Lindt (mills): Replying to "Can you share..."\n\nYes, after the call.',
      'Kim | North: 👍',
    ]);
    expect(result.blocks.map(({ start }) => start)).toEqual([65, 69, 120]);
  });

  it('reads the older form, and points at messages to one person', async () => {
    const result = await readText(
      '00:01:15 From Ana Diallo to Everyone:\n\tCan you share the slides?\n00:01:40 From Bo Lindt to Host(Direct Message):\n\tPlease do not quote me.\n00:02:01 From Ana Diallo : Thanks!',
    );
    expect(spoken(result)).toEqual([
      'Ana Diallo: Can you share the slides?',
      'Bo Lindt: Please do not quote me.',
      'Ana Diallo: Thanks!',
    ]);
    expect(result.warnings).toContainEqual({ code: 'chat-direct', params: { count: 1 } });
  });
});

describe('published pages', () => {
  it('reads courtesies in front of surnames and behind them', async () => {
    const english = await readText(
      'Dialogue on Wells\n\nMr. Abe We met the growers in May.\n\nDr. Lindqvist In our data the level fell.\n\nMr. Abe What comes first?\n\nDr. Lindqvist Publish the figures.',
    );
    expect(spoken(english).map((turn) => turn.split(':')[0])).toEqual([
      'Abe',
      'Lindqvist',
      'Abe',
      'Lindqvist',
    ]);
    const japanese = await readText(
      '水をめぐる対話\n\n早瀬氏　水位が下がっています。\n松原　記録を見直します。\n早瀬さん　ぜひ公表してください。\n松原　来年度から公表します。',
    );
    expect(spoken(japanese).map((turn) => turn.split(':')[0])).toEqual(['早瀬', '松原', '早瀬', '松原']);
  });

  it('reads name and organisation in brackets before the words', async () => {
    const result = await readText(
      '早瀬（流域くらし研究所）　水位が下がっています。\n\n松原（みなと飲料）　記録を見直します。\n\n早瀬（流域くらし研究所）　ぜひ公表してください。\n\n松原（みなと飲料）　来年度から公表します。',
    );
    expect(people(result)).toEqual([
      ['早瀬', '早瀬', '', '流域くらし研究所'],
      ['松原', '松原', '', 'みなと飲料'],
    ]);
  });

  it('keeps two people of one surname apart where the text does', async () => {
    const result = await readText(
      '阿部（海風大学）：井戸の話です。\n阿部（みなと飲料）：承知しました。\n阿部（海風大学）：続けます。\n阿部（みなと飲料）：どうぞ。',
    );
    expect(people(result)).toEqual([
      ['阿部（海風大学）', '阿部', '', '海風大学'],
      ['阿部（みなと飲料）', '阿部', '', 'みなと飲料'],
    ]);
  });

  it('knows a heading without blank lines before a turn, and the title of such a page', async () => {
    const result = await readText(
      [
        'Global Site',
        'Toward Fair Wells and Work',
        '*This dialogue was held in May 2023.',
        'The firm met two experts. They spoke of wells and fees.',
        'Where the Water Goes',
        'Holt: We take it from the hills.',
        'Abe: Too much of it.',
        'What Comes Next',
        'Holt: We will publish the figures.',
        'Abe: Good.',
      ].join('\n'),
    );
    expect(result).toMatchObject({
      title: 'Toward Fair Wells and Work',
      date: '2023-05',
      headings: ['Where the Water Goes', 'What Comes Next'],
    });
    expect(result.blocks.filter(({ kind }) => kind === 'speech').map(({ heading }) => heading)).toEqual([
      'Where the Water Goes',
      'Where the Water Goes',
      'What Comes Next',
      'What Comes Next',
    ]);
  });

  it('knows from the list of participants who is external', async () => {
    const result = await readText(
      [
        'Participants',
        '',
        'Experts (in alphabetical order)',
        '',
        'Rosa Holt',
        'Partner, Quay Solicitors',
        '',
        'Minami Drinks Holdings, Ltd.',
        '',
        'Ken Abe',
        'Managing Director and CFO',
        '',
        'Abe: What should come first?',
        '',
        'Holt: The wells.',
        '',
        'Abe: Then we begin there.',
      ].join('\n'),
    );
    expect(result.participants.map(({ name, external }) => [name, external])).toEqual([
      ['Ken Abe', false],
      ['Rosa Holt', true],
    ]);
  });

  it('lists the people of a report that gives nobody’s words, and takes it for no speech', async () => {
    const result = await readText(
      [
        '有識者ダイアログ',
        '',
        '当社は2023年11月に有識者との対話を開催しました。',
        '',
        '有識者：早瀬 みちる氏（流域くらし研究所 主任研究員）',
        '黒岩 徹氏（黒岩法律事務所 弁護士）',
        'ファシリテーター：大沢 春香氏（株式会社みなと総研）',
        '当社参加者：調達担当役員、法務部長',
        '',
        '＜当社出席者＞',
        '推進部 課長 松原 直人、岸本 茜',
        '',
        '・取水量の公表が望まれる。',
      ].join('\n'),
    );
    expect(
      result.participants.map(({ name, organisation, external }) => [name, organisation, external]),
    ).toEqual([
      ['早瀬 みちる', '流域くらし研究所', true],
      ['黒岩 徹', '黒岩法律事務所', true],
      ['大沢 春香', '株式会社みなと総研', true],
      ['松原 直人', '', false],
      ['岸本 茜', '', false],
    ]);
    expect(result.date).toBe('2023-11');
    expect(result.blocks.every(({ kind }) => kind === 'narration')).toBe(true);
  });
});

describe('captions and other marks', () => {
  it('reads >> without a name as somebody else’s turn', async () => {
    const result = await readText(
      '>> We start.\n\n>> Good.\n\n>> MARA LIND: Hello.\n\nCan you hear me?\n(Pause).\n>> MARA LIND: Thank you.',
    );
    expect(spoken(result)).toEqual([
      'null: We start.',
      'null: Good.',
      'MARA LIND: Hello.\n\nCan you hear me?',
      '((Pause).)',
      'MARA LIND: Thank you.',
    ]);
    const mail = await readText('> On Monday she wrote:\n>> Please send it.\n>> Thank you.\n\nHere it is.');
    expect(mail.warnings.map(({ code }) => code)).not.toContain('turns-unnamed');
  });

  it('reads words between times, as they are copied from a video', async () => {
    const result = await readText(
      '0:00\nhello and welcome\n0:04\ntoday we talk\nabout wells.\n0:09\n井戸の話です。',
    );
    expect(result.format).toBe('timed-lines');
    expect(result.blocks.map(({ text, start, end }) => [text, start, end])).toEqual([
      ['hello and welcome today we talk about wells. 井戸の話です。', 0, 9],
    ]);
    expect(result.blocks[0]?.cues.map(({ start }) => start)).toEqual([0, 4, 9]);
  });

  it('reads full-width times and colons', async () => {
    const result = await readText(
      '［００：０１：０５］早瀬：水位です。\n［００：０１：２５］松原：はい。\n［００：０１：４５］早瀬：続けます。',
    );
    expect(result.blocks.map(({ speaker, start }) => [speaker, start])).toEqual([
      ['早瀬', 65],
      ['松原', 85],
      ['早瀬', 105],
    ]);
  });
});

describe('prose, reports and forms', () => {
  it.each([
    [
      'headings that come again',
      'Fees\nWorkers had paid some.\n\nHours\nOvertime rose.\n\nFees\nThey were repaid.\n\nHours\nThey fell.',
    ],
    [
      'fields that come again',
      'Target: Visit all mills.\nProgress: We visited forty.\nTarget: Repay the fees.\nProgress: Repaid in May.',
    ],
    [
      'fields in Japanese',
      '対応：窓口を広げました。\n目標：全工場を訪問します。\n\n対応：手数料を返しました。\n目標：毎年公表します。',
    ],
    [
      'headings in brackets',
      '【方針】\n人権を尊重します。\n【対応】\n窓口を広げました。\n【方針】\n時間を守ります。\n【対応】\n記録を改めました。',
    ],
    [
      'a list in Japanese',
      '○方針　人権を尊重する。\n○体制　委員会を設ける。\n○方針　見直しを続ける。\n○体制　毎年報告する。',
    ],
    [
      'definitions',
      'Remedy: what makes good a harm.\nLeverage: the power to change others.\nSalience: how severe harm would be.',
    ],
    [
      'news',
      '早瀬氏は、水位が下がったと述べた。\n\n松原氏は、見直すと答えた。\n\n早瀬氏は、公表を求めた。\n\n松原氏は、約束した。',
    ],
    [
      'a letter',
      'From: Ana Diallo\nTo: Bo Lindt\nDate: 5 May 2024\nSubject: Wells\n\nDear Bo,\n\nThe level fell.\n\nAna',
    ],
    ['a timetable', '10:00 Opening\n10:15 Wells and Fees\n11:00 Panel: Who Pays?\n12:00 Lunch'],
    [
      'questions as headings',
      'Who pays the fees?\nThe employer pays.\n\nWho checks the rooms?\nWe do, twice a year.',
    ],
  ])('has no speakers: %s', async (_, text) => {
    const { participants, blocks } = await readText(text);
    expect(participants).toEqual([]);
    expect(blocks.every(({ speaker }) => speaker === null)).toBe(true);
  });
});
