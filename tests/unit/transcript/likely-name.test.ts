import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFieldOfPerson, isNobody, likelyName } from '#shared/transcript/likely-name.ts';

/** Syllables and endings out of which names nobody wrote down are made. */
const START = [
  'Ba',
  'Ke',
  'Mori',
  'Ta',
  'Nadi',
  'Lu',
  'Go',
  'Fe',
  'Zo',
  'Hü',
  'Ñu',
  'Šte',
  'Ørs',
  'Mc',
  'O’',
  "D'",
];
const MIDDLE = ['ra', 'lin', 'mo', 'dek', 'ßen', 'ka', 'vi', 'ñez', 'wu', 'tó'];
const END = ['ra', 'no', 'k', 'berg', 'ova', 'ski', 'da', 'mi', 'lez', 'ur'];
const latinWord = fc
  .tuple(fc.constantFrom(...START), fc.constantFrom(...MIDDLE), fc.constantFrom(...END))
  .map(([start, middle, end]) => {
    const word = start + middle + end;
    return /^(?:Mc|O’|D')/u.test(start)
      ? start + (middle.charAt(0).toUpperCase() + middle.slice(1)) + end
      : word;
  });
const latin = fc
  .tuple(
    latinWord,
    fc.constantFrom('', ' ', ' J. ', ' de ', ' van der ', ' al-', ' bin '),
    fc.option(latinWord, { nil: null }),
    latinWord,
  )
  .map(([given, between, second, family]) =>
    `${given}${second === null ? '' : `-${second}`}${between || ' '}${family}`.replace(/ +/gu, ' '),
  );
const SURNAMES = [
  '早瀬',
  '内田',
  '門﨑',
  '髙橋',
  '阿部',
  '服部',
  '新井',
  '𠮷野',
  '佐々木',
  '長谷川',
  '一ノ瀬',
  '葛󠄀城',
  '渡邉',
  '森',
  '五十嵐',
  '小室',
];
const GIVENS = [
  'みちる',
  '健',
  '玲',
  '恭子',
  'マリア',
  '達也',
  '翔平',
  '由美子',
  'さくら',
  '和也',
  '美咲',
  '〆子',
];
const japanese = fc
  .tuple(fc.constantFrom(...SURNAMES), fc.constantFrom(' ', '\u3000'), fc.constantFrom(...GIVENS))
  .map((parts) => parts.join(''));
const HONOURS = [
  'Dr. ',
  'H.E. ',
  'Rev. ',
  'Hon. ',
  'Amb. ',
  'Prof. ',
  'Sir ',
  'Ms. ',
  'The Hon. Dr. ',
  'Judge ',
];
const SUFFIXES = [', PhD', ' Jr.', ', MP', ' III', '-san', ', Esq.'];

function atLeast(label: string, score: number): void {
  expect([label, likelyName(label) >= score]).toEqual([label, true]);
}

describe('whole names', () => {
  it('are likely in Latin letters, with particles, initials, hyphens', () => {
    fc.assert(fc.property(latin, (name) => atLeast(name, 0.75)));
  });
  it('are likelier with an honour before or a degree behind', () => {
    fc.assert(fc.property(latin, fc.constantFrom(...HONOURS), (name, honour) => atLeast(honour + name, 0.9)));
    fc.assert(
      fc.property(latin, fc.constantFrom(...SUFFIXES), (name, suffix) => atLeast(name + suffix, 0.9)),
    );
  });
  it('are likely with an organisation or a post behind', () => {
    const posts = [
      ', ILO',
      ' (Harbour Trust)',
      ', Managing Director',
      ' - Oak University',
      ' | ILO',
      ' (moderator)',
    ];
    fc.assert(fc.property(latin, fc.constantFrom(...posts), (name, post) => atLeast(name + post, 0.7)));
  });
  it('are likely in Japanese, with rare characters, honorifics, readings and roles', () => {
    fc.assert(fc.property(japanese, (name) => atLeast(name, 0.6)));
    const behind = ['氏', '様', 'さん', '委員', '議長', '（司会）', '（はやせ）', '（以下、森）'];
    fc.assert(fc.property(japanese, fc.constantFrom(...behind), (name, end) => atLeast(name + end, 0.7)));
  });
  it('are likely in other scripts', () => {
    const names =
      'Иван Петров|Оксана Кравченко|Γιώργος Λάμπρου|Արամ Մանուկյան|محمد الأحمد|דנה לוי|ד"ר דנה לוי|김민수|박 지영|สมชาย ใจดี|राम शर्मा|陈国辉|An Bình Hồ';
    for (const name of names.split('|')) expect([name, likelyName(name) >= 0.65]).toEqual([name, true]);
  });
});

describe('one word', () => {
  it('may be a surname', () => {
    fc.assert(fc.property(latinWord, (name) => atLeast(name, 0.45)));
    fc.assert(fc.property(fc.constantFrom(...SURNAMES), (name) => atLeast(name, 0.45)));
  });
});

describe('roles, numbers and handles', () => {
  it('speak', () => {
    const many =
      'Speaker 1|SPEAKER_00|Спикер №2|話者A|Moderator|司会|議長|当社|甲社|有識者A|Q|Participant 12|Interviewer|CHAIRMAN|' +
      '発言者2|P3|委員B|Unknown Speaker|事務局|Expert C|Sprecher 2|발화자 1|发言人 2';
    for (const one of many.split('|')) expect([one, likelyName(one) >= 0.9]).toEqual([one, true]);
  });
  it('are handles and rooms, less likely', () => {
    for (const one of ['ana.reyes', 'k_mori', 'ana.reyes@ilo.example', 'kmori82'])
      expect([one, likelyName(one) >= 0.4]).toEqual([one, true]);
    for (const one of [
      'Human Rights Office Meeting Room Tokyo 5F',
      '本社会議室',
      "Nadia's iPhone",
      '15階 応接',
    ])
      expect([one, likelyName(one) > 0.15 && likelyName(one) < 0.5]).toEqual([one, true]);
  });
});

describe('what is nobody', () => {
  it('is a field, an issue, a country, a noun, a piece of a sentence', () => {
    const many =
      'Date|Note|日時|出席者|強制労働|児童労働|結社の自由|長時間労働|Forced labour|Child labour|Working hours|Wages|Health and safety|' +
      'Bangladesh|ベトナム|United States|Côte d’Ivoire|サプライチェーン|Key findings|On wages|Harbour moves|Case A|Phase 2|' +
      'In 2019|For example|三拠点|以上です|That is the point|e.g|report.pdf|救済へのアクセス|Next steps|人権デュー・ディリジェンス|' +
      '取り組み|苦情処理の仕組みについて|Recruitment fees|ハラスメント|10:30|KPI|Yes|該当なし';
    for (const one of many.split('|')) expect([one, isNobody(one)]).toEqual([one, true]);
  });
  it('is nobody where a word goes on in a small letter behind “and”, whatever the word', () => {
    for (const one of ['Paid and workers', 'Workers and workers', 'Wages and participants', 'Fees & guests'])
      expect([one, isNobody(one)]).toEqual([one, true]);
    for (const one of ['Ana Reyes and van der Meer', 'Expert A and Expert B', 'Mori & Okafor'])
      expect([one, likelyName(one) >= 0.5]).toEqual([one, true]);
  });
  it('is never a sentence', () => {
    const words = fc.array(
      fc.constantFrom('the', 'fees', 'were', 'paid', 'to', 'brokers', 'and', 'workers', 'again'),
      {
        minLength: 3,
        maxLength: 9,
      },
    );
    fc.assert(
      fc.property(words, ([first = '', ...rest]) => {
        const sentence = [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' ');
        expect(likelyName(sentence)).toBeLessThan(0.15);
        expect(likelyName(`${sentence}.`)).toBeLessThan(0.15);
      }),
    );
  });
});

describe('a role with a name behind it', () => {
  it('is a field, and no turn', () => {
    const names = fc.oneof(latin, japanese);
    fc.assert(
      fc.property(fc.constantFrom('Presenter', 'Moderator', 'Chair', '司会', '議長'), names, (role, name) => {
        expect([role, name, isFieldOfPerson(role, name)]).toEqual([role, name, true]);
        expect(isFieldOfPerson(role, `${name}, please begin.`)).toBe(false);
      }),
    );
    expect(isFieldOfPerson('Presenter', 'Ana Reyes (AR)')).toBe(true);
    expect(isFieldOfPerson('司会', 'それでは始めます。')).toBe(false);
    expect(isFieldOfPerson('Ana Reyes', 'Ken Mori')).toBe(false);
  });
});

describe('any text', () => {
  it('has a score from 0 to 1, alike whatever marks and unseen characters stand in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
        const score = likelyName(text);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
    );
    fc.assert(
      fc.property(fc.oneof(latin, japanese), fc.nat(5), (name, at) => {
        const hidden = `${name.slice(0, at)}\u200b${name.slice(at)}\ufeff`;
        fc.pre(!/[\ud800-\udbff]$/u.test(name.slice(0, at)));
        expect(likelyName(hidden)).toBe(likelyName(name));
        expect(likelyName(`【${name}】`)).toBe(likelyName(name));
        expect(likelyName(`${name}：`)).toBe(likelyName(name));
      }),
    );
  });
});
