/** Sentences about labour and human rights, each with a place of its own by which it is found again. */
import type { Random } from '../oracle/random.ts';
import type { Person } from './people.ts';

type Spoken = Person['language'];

/** `{M}` is the sentence's own word, `{P}` the name of another speaker as one says it, `{n}` a number. */
const PLAIN: Readonly<Record<Spoken, readonly string[]>> = {
  en: [
    'We began with the audit of the plant in {M}.',
    'The dormitories at {M} were crowded, and nobody had a contract in a language they could read.',
    'Most of the fees around {M} are paid to brokers before anyone boards a plane.',
    'I would publish the number of grievances from {M} and what came of each of them.',
    'Remedy comes first in {M}; the indicator can wait.',
    'Our suppliers near {M} are not covered by the survey yet.',
    'Last year {n} workers left {M} without their final wages.',
    'You cannot ask a buyer in {M} to cut the lead time and the overtime at once.',
    'The union in {M} was never invited to the meeting.',
    'Women on the night shift at {M} told us they walk home in groups.',
    'It took us {n} months to find out who owned the farm in {M}.',
    'So the question for {M} is whether the hotline is trusted at all.',
    'There is a clinic in {M}, but it closes before the shift ends.',
    'The board has asked for a plan for {M} by next spring.',
    'If passports are kept in an office in {M}, that is an indicator of forced labour, whatever the reason given.',
    'Thank you for the frank account of {M}.',
    'Nobody in {M} could tell me how the piece rate is worked out.',
    'We should look at the water permit in {M} together with the community.',
    'Small growers around {M} carry a risk that they did not make.',
    'Children pick in {M} when school fees fall due, not when the harvest is large.',
  ],
  ja: [
    'まず{M}工場の監査から始めました。',
    '{M}の寮は混み合っていて、母語で書かれた契約書がありませんでした。',
    '出国前に{M}の仲介業者へ払う手数料が最大のリスクです。',
    '{M}で受けた苦情の件数と結果を公表すべきだと思います。',
    '{M}では救済が先で、指標は後でよいと考えます。',
    '二次取引先の{M}まではまだ調査が及んでいません。',
    '昨年度、{M}では{n}人が最後の賃金を受け取らずに辞めました。',
    '{M}に短い納期を求めながら、残業を減らせとは言えません。',
    '{M}の労働組合は会議に呼ばれていませんでした。',
    '夜勤明けの女性たちは、{M}から集団で歩いて帰るそうです。',
    '{M}農園の所有者を確かめるのに{n}か月かかりました。',
    'ですから、{M}の相談窓口が信頼されているかどうかが問題です。',
    '{M}には診療所がありますが、終業前に閉まります。',
    '来春までに{M}の計画を取締役会に報告いたします。',
    '{M}で旅券を預かっているなら、理由が何であれ強制労働の指標に当たります。',
    '{M}について率直なお話をありがとうございます。',
    '出来高の計算を{M}で説明できる人はいませんでした。',
    '水利権については{M}の地域の方々と一緒に見るべきでしょう。',
    '{M}周辺の小規模農家は、自分で作ったのではないリスクを負っています。',
    '学費の支払い時期になると、{M}では子どもが収穫に加わります。',
  ],
  es: [
    'Empezamos con la auditoría de la planta de {M}.',
    'En {M} nadie tenía un contrato en su idioma.',
    'Las comisiones de {M} se pagan antes de viajar.',
    'Hay que publicar las quejas de {M} y su resultado.',
    'En {M} la reparación va primero.',
    'El año pasado {n} personas dejaron {M} sin cobrar.',
  ],
  ru: [
    'Мы начали с проверки завода {M}.',
    'В общежитии {M} ни у кого не было договора на родном языке.',
    'Сборы посредникам в {M} платят ещё до отъезда.',
    'Нужно публиковать жалобы из {M} и их исход.',
    'В прошлом году {n} человек уехали из {M} без расчёта.',
    'Профсоюз в {M} на встречу не позвали.',
  ],
  zh: [
    '我们先审核了{M}工厂。',
    '{M}的宿舍很拥挤，没有人拿到母语合同。',
    '出国前向{M}中介支付的费用是最大的风险。',
    '应当公布{M}的投诉数量和处理结果。',
    '去年有{n}人离开{M}时没有拿到工资。',
    '{M}的工会没有被邀请参加会议。',
  ],
  ko: [
    '먼저 {M} 공장의 감사부터 시작했습니다.',
    '{M} 기숙사에는 모국어 계약서가 없었습니다.',
    '출국 전에 {M} 중개인에게 내는 수수료가 가장 큰 위험입니다.',
    '{M}에서 접수된 고충의 건수와 결과를 공개해야 합니다.',
    '작년에 {n}명이 임금을 받지 못하고 {M}을 떠났습니다.',
    '{M} 노조는 회의에 초대받지 못했습니다.',
  ],
};

/** What a reader may take for something else. */
const TRAPS: Readonly<Partial<Record<Spoken, readonly string[]>>> = {
  en: [
    'One thing: the agents near {M} still keep the passports.',
    'The rule is simple: no worker in {M} pays for a job.',
    'We met at 10:30, and the shift in {M} ended at 22:15.',
    'She told me: "Nobody in {M} reads it before signing."',
    'As {P} put it, the figures from {M} are a floor.',
    'I asked {P} about this: was anyone in {M} paid back?',
    'What did we find in {M}? Hours: sixty a week, sometimes more.',
    'The ratio in {M} was 3:1 (see page {n}), which surprised us.',
    'To be clear: I am not speaking of {M} alone.',
    'That is what "decent work" means in {M} - nothing more, nothing less.',
    'Their answer (I quote) was "we will see to {M} in due course".',
    'The report is at https://example.org/{n}/wages and names {M} twice.',
    'I heard from {P}, who knows {M} well, that the line was stopped.',
    'First, the wages; second, the hours; third, the way complaints from {M} are heard.',
  ],
  ja: [
    '課題は次の通り：{M}の寮、賃金、相談窓口の三点です。',
    '一点だけ申し上げると、{M}では午前10:30に始業し22:15に終わります。',
    '現場では「{M}の契約書は誰も読まない」と言われました。',
    'ここで{P}さんに伺いたいのですが、{M}では返金されたのでしょうか。',
    '比率は{M}で3：1（{n}ページ）でした。',
    '先ほど{P}さんが触れられた{M}の件も同じです。',
    '（補足しますと）{M}は今年度から対象です。',
    '詳細は https://example.org/{n}/ にあり、{M}が二度出てきます。',
    '第一に賃金、第二に労働時間、第三に{M}の苦情処理です。',
    '「働きがい」とは、{M}ではそれ以上でも以下でもありません。',
  ],
};

/** The same, where a paragraph begins. */
const TRAPS_AT_START: Readonly<Partial<Record<Spoken, readonly string[]>>> = {
  en: [
    '{P} said that the dormitory in {M} was repaired, and I can confirm it.',
    '{P}, you asked about {M} earlier.',
    '{P} and I visited {M} in {n} different weeks.',
    'Question: who pays when a worker in {M} falls ill?',
    'My answer to {P}: we stopped buying from {M}.',
    '"Why {M}?" people ask me.',
    '(Pointing at the map) This is {M}.',
    'Yes: in {M} we found three cases.',
    'At 10:30 the line in {M} stops.',
    '2023 was the year in which {M} changed hands.',
  ],
  ja: [
    '{P}さんのおっしゃる通り、{M}の是正が先です。',
    '{P}さんからご指摘のあった{M}について補足します。',
    '課題は次の通り：{M}の寮と賃金です。',
    '{P}さん、ありがとうございます。{M}については同感です。',
    '「なぜ{M}なのか」とよく聞かれます。',
    '2023年に{M}の経営者が替わりました。',
    '結論：{M}からの調達は止めました。',
    '（地図を示して）ここが{M}です。',
  ],
};

const ITEMS: Readonly<Partial<Record<Spoken, readonly (readonly string[])[]>>> = {
  en: [
    [
      'Fees: brokers in {M} ask for three months of pay.',
      'Hours: the log of {M} is filled in afterwards.',
      'Housing: {M} has one tap for a floor.',
    ],
    [
      '1. A contract in {M} that can be read.',
      '2. A bank account for everyone in {M}.',
      '3. A hotline that {M} trusts.',
    ],
    ['- wages in {M}', '- working hours in {M}', '- the grievance desk of {M}'],
    ['(a) the agents of {M};', '(b) the farms behind {M};', '(c) the port of {M}.'],
    ['• Pay back the fees in {M}', '• Tell the workers of {M}', '• Report on {M} within a year'],
  ],
  ja: [
    ['・{M}の契約書を母語にする', '・{M}の手数料を返す', '・{M}の結果を公表する'],
    ['1. {M}の寮', '2. {M}の賃金', '3. {M}の相談窓口'],
    ['手数料：{M}では賃金三か月分', '労働時間：{M}の記録は後から書かれる', '住居：{M}の寮は一階に水道が一つ'],
    ['①{M}の調査', '②{M}の是正', '③{M}の報告'],
  ],
};

const LEADS: Readonly<Partial<Record<Spoken, readonly string[]>>> = {
  en: ['I see three things in {M}:', 'For {M} this means:', 'My list for {M} is short.'],
  ja: ['{M}については三つあります。', '{M}の課題は次の通りです：', '{M}に求めたいのは次のことです。'],
};

/** Short answers are found again as they stand, each once in a text. */
const SHORT: Readonly<Partial<Record<Spoken, readonly string[]>>> = {
  en: [
    'Yes.',
    'Not yet.',
    'Quite so.',
    'Hardly ever.',
    'I agree.',
    'No, never.',
    'Of course.',
    'How many?',
    'Go on, please.',
  ],
  ja: [
    'はい。',
    'まだです。',
    'その通りです。',
    'いいえ。',
    '賛成です。',
    '何人ですか。',
    'もちろんです。',
    '続けてください。',
  ],
};

const OUTSIDE: Readonly<Record<'en' | 'ja', readonly string[]>> = {
  en: [
    'The following is a summary of the dialogue on {M}, held online.',
    'Experts from outside were asked what the company should do about {M}.',
    'The talk took place after a visit to {M}.',
  ],
  ja: [
    '以下は、{M}をテーマに開催した対話の要旨です。',
    '社外の有識者をお招きし、{M}への取り組みについてご意見をいただきました。',
    '本対話は{M}の視察の後に行われました。',
  ],
};
const HEADINGS: Readonly<Record<'en' | 'ja', readonly string[]>> = {
  en: [
    'Wages and Hours in {M}',
    'What Remedy Means for {M}',
    'The Road from {M}',
    'Recruitment around {M}',
    'Listening to {M}',
  ],
  ja: ['{M}の賃金と労働時間', '{M}における救済', '{M}からの学び', '{M}の採用手数料', '{M}の声を聴く'],
};
const REMARKS: Readonly<Record<'en' | 'ja', readonly string[]>> = {
  en: [
    "[Editor's note: the plant in {M} has since been closed.]",
    '(A film about {M} is shown.)',
    '* Titles are those held at the time of the visit to {M}.',
  ],
  ja: ['（編集部注：{M}の工場はその後閉鎖された。）', '※肩書は{M}訪問時のものです。', '（{M}の映像を上映）'],
};
const TITLES: Readonly<Record<'en' | 'ja', readonly string[]>> = {
  en: ['Dialogue with Experts on {M}', 'Interview: Work in {M}', 'Stakeholder Dialogue {M} 2024'],
  ja: ['{M}に関する有識者ダイアログ', '人権ダイアログ（{M}）', '第3回 {M}意見交換会'],
};

/** What somebody said or did, in the words of the page; `{P}` with the courtesy that is due. */
const TOLD: Readonly<Record<'en' | 'ja', readonly string[]>> = {
  en: [
    '{P} asked whether the report on {M} was ready.',
    '{P} then queried how the figures for {M} had been gathered.',
    'In reply, {P} conceded that {M} had not been visited.',
    '{P} voiced doubts about the timetable for {M}.',
    'Turning to {M}, {P} flagged that the contracts were out of date.',
    '{P} briefly walked through the findings from {M}.',
    'A question on {M} was put by {P}.',
    'There were two remarks on {M} from {P}.',
    '{P} disputed the reading of {M}. The audit of the year before was brought up as well.',
    '{P} left the meeting after the part on {M}.',
    '{P} and two guests discussed {M} for a while.',
    '{P} held that {M} was a matter for the board.',
  ],
  ja: [
    '{P}から{M}の進捗について質問があった。',
    '{P}より、{M}の契約は更新すべきとの指摘がなされた。',
    '{M}について、{P}から補足があった。',
    '続いて{P}が{M}の調査結果を紹介した。',
    'これに対し、{P}は{M}の監査を急ぐと述べた。',
    '{P}は、{M}の寮を見直す考えを示した。',
    '{P}が{M}の件で異論を唱えた。',
    '{P}から{M}の資料が配られた。',
    '{P}より{M}の費用を問う声が上がった。',
    '{P}が{M}の視察に謝意を表した。その後、休憩に入った。',
    '{P}から{M}に関する要望あり。',
    '{M}の扱いをめぐり、{P}と事務局の間で意見が交わされた。',
  ],
};

/** Words of the page that nobody says. */
const PAGE = { outside: OUTSIDE, heading: HEADINGS, remark: REMARKS, title: TITLES } as const;

/** A sentence and the word by which it is found again. */
export interface Sentence {
  readonly text: string;
  readonly marker: string;
}

const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';
const KANA = 'アイウエカキクケコサシスセタチツテトナニヌネノハヒフヘホマミムメモラリルレロ';
const SYLLABLES = ['바', '다', '로', '누', '미', '소', '가', '테', '리', '하', '보', '나'];
const HAN = '蒲汶棠珩翎皋垣浔邳鄢沅沂淠沭';
const CYRILLIC = 'бвгдзклмнпрст';

/** Makes the sentences of one text, no two with the same word. */
export class Vocabulary {
  private readonly used = new Set<string>();
  private readonly recent: string[] = [];
  private readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  /** A place or house that exists nowhere, and nowhere else in this text. */
  marker(language: Spoken): string {
    for (;;) {
      const word = this.draw(language);
      if (this.used.has(word)) continue;
      this.used.add(word);
      return word;
    }
  }

  /** Another way of saying something than any before, with the names of `others` in it now and then. */
  sentence(language: Spoken, others: readonly string[], place: 'start' | 'inside', traps: number): Sentence {
    const kinds = place === 'start' ? TRAPS_AT_START[language] : TRAPS[language];
    const isTrap = kinds !== undefined && this.random.chance(traps);
    return this.fill(this.fresh(isTrap ? kinds : PLAIN[language]), language, others);
  }

  /** One that was not used a moment ago: people do not say the same sentence over and over. */
  private fresh(templates: readonly string[]): string {
    const left = templates.filter((one) => !this.recent.includes(one));
    const found = this.random.pick(left.length > 0 ? left : templates);
    this.recent.push(found);
    if (this.recent.length > 16) this.recent.shift();
    return found;
  }

  /** A lead and its items; null in languages that have none here. */
  list(language: Spoken): { lead: Sentence; items: Sentence[] } | null {
    const items = ITEMS[language];
    const leads = LEADS[language];
    if (!items || !leads) return null;
    return {
      lead: this.fill(this.random.pick(leads), language, []),
      items: this.random.pick(items).map((item) => this.fill(item, language, [])),
    };
  }

  /** `Yes.`; null where all were said. */
  short(language: Spoken): Sentence | null {
    const left = (SHORT[language] ?? []).filter((text) => !this.used.has(text));
    if (left.length === 0) return null;
    const text = this.random.pick(left);
    this.used.add(text);
    return { text, marker: text.replaceAll(' ', '') };
  }

  /** Words of the page. */
  page(kind: keyof typeof PAGE, language: 'en' | 'ja'): Sentence {
    return this.fill(this.fresh(PAGE[kind][language]), language, []);
  }

  /** What somebody said, as the page tells it. */
  told(language: 'en' | 'ja', name: string): Sentence {
    return this.fill(this.random.pick(TOLD[language]), language, [name]);
  }

  private fill(template: string, language: Spoken, others: readonly string[]): Sentence {
    const marker = this.marker(language);
    const other = others.length > 0 ? this.random.pick(others) : language === 'ja' ? '皆' : 'my colleague';
    const isWord = /^(the|my) /.test(other) && template.startsWith('{P}');

    const name = isWord ? other.charAt(0).toUpperCase() + other.slice(1) : other;
    const text = template
      .replaceAll('{M}', marker)
      .replaceAll('{P}', name)
      .replaceAll('{n}', String(this.random.between(2, 480)));
    return { text, marker };
  }

  private draw(language: Spoken): string {
    const { random } = this;
    const many = (count: number, from: readonly string[]) =>
      Array.from({ length: count }, () => random.pick(from)).join('');
    switch (language) {
      case 'ja':
        return many(4, [...KANA]);
      case 'ko':
        return many(4, SYLLABLES);
      case 'zh':
        return many(3, [...HAN]);
      case 'ru': {
        const word = Array.from(
          { length: 3 },
          () => random.pick([...CYRILLIC]) + random.pick([...'аоуие']),
        ).join('');
        return word.charAt(0).toUpperCase() + word.slice(1);
      }
      default: {
        const word = Array.from(
          { length: 3 },
          () => random.pick([...CONSONANTS]) + random.pick([...VOWELS]),
        ).join('');
        return word.charAt(0).toUpperCase() + word.slice(1);
      }
    }
  }
}
