/** Invented people of the kinds that transcripts name, and the ways by which a text calls them. */
import type { Random } from '../oracle/random.ts';

/** What the words are written in; `mixed` has people and words of English and Japanese. */
export type Language = 'en' | 'ja' | 'mixed' | 'es' | 'ru' | 'zh' | 'ko';

/** Someone who speaks, or is only listed. */
export interface Person {
  readonly language: Exclude<Language, 'mixed'>;
  /** The name in full; a role or a number where the text gives no name. */
  readonly full: string;
  /** What later labels say, and other speakers. */
  readonly short: string;
  /** `Ms.`, `H.E.`, `氏`, `委員`. */
  readonly courtesy: string;
  readonly post: string;
  readonly organisation: string;
  readonly isNamed: boolean;
  /** The name that relatives share; empty where there is none. */
  readonly family: string;
  /** More ways by which the text or a reading may call them. */
  readonly also: readonly string[];
}

/** What an organisation is called: its unique word with a kind of house. */
export type NewOrganisation = (language: Person['language']) => string;

const GIVEN = [
  'Ken',
  'Ana',
  'Tolu',
  'Brigid',
  'Jean-Luc',
  'Maud',
  'Ifeoma',
  'Lars',
  'Noor',
  'Siân',
  'Walt',
  'Mary Ann',
  'Óscar',
  'Priya',
  'Ewa',
  'Tom',
  'Hana',
  'Grace',
  'Will',
  'Mark',
  'June',
  'Tuấn',
  'Amina',
  'J. R.',
  'D.',
  'Sofía',
  'Bo',
];
const FAMILY = [
  'Mori',
  'Reyes',
  "O'Hanlon",
  'O’Dwyer',
  'van der Meer',
  'de la Cruz',
  'Al-Sayegh',
  'Nkemelu-Price',
  'bin Rashid',
  'Whitlock',
  'Muñoz',
  'Lindqvist',
  'MacInnes',
  'dos Anjos',
  'Achterberg',
  'Hope',
  'Field',
  'Banks',
  'Ng',
  'Ito',
  'Le Goff',
  'von Hagen',
  "D'Amico",
  'St. Clair',
  'Okonkwo',
  'Hartwell',
  'Ström',
  'Castellanos-Vidal',
  'Pell',
];
const SINGLE = ['Wayan', 'Thiri', 'Suharti', 'Cleo'];
const HANDLES = ['ana.reyes', 'kmori_hr', '@tolu', 'lars-l', 'noor42', 'ewa.w', 'JLuc', 'm_banks'];
const BEFORE = ['Mr.', 'Ms.', 'Dr.', 'Prof.', 'H.E.', 'Mrs.', 'Rev.', 'Hon.', 'Amb.', 'Mr', 'Dr'];
const POSTS = [
  'Director',
  'Programme Officer',
  'Senior Vice President',
  'Counsel',
  'Head of Human Rights',
  'Policy Adviser',
  'Professor of Law',
  'General Manager',
  'Executive Director',
  'Labour Inspector',
];

const GIVEN_JA = [
  '健',
  '玲',
  'みちる',
  '直人',
  '絹',
  '徹也',
  'さやか',
  '春香',
  '一',
  '翔太',
  'ゆい',
  '純',
  '恭',
  '礼子',
  '真',
];
const FAMILY_JA = [
  '森',
  '早瀬',
  '内田',
  '佐々木',
  '野々村',
  '門﨑',
  '𠮷田',
  '髙橋',
  '渡邊',
  '清田',
  '大沢',
  '東海林',
  '小鳥遊',
  '浜',
  '黒岩',
  '松原',
  'さくら',
  '樋田',
  '南',
  '原',
  '代々木',
  '黑澤',
  '齋藤',
  '五十嵐',
  '長谷部',
  '林',
  '辻',
  '祗園',
];
const KATAKANA = [
  'アニタ・ラマン',
  'マリア・サントス',
  'トム・ヒル',
  'グエン・ティ・ラン',
  'ジャン＝リュック・ペル',
  'エヴァ・ノヴァク',
];
const BEHIND = ['氏', 'さん', '様', '委員', '先生'];
const POSTS_JA = [
  '部長',
  '室長',
  '代表理事',
  '教授',
  '執行役員',
  '弁護士',
  '事務局長',
  '課長',
  '准教授',
  '社長',
];

const OTHER: Readonly<Record<'es' | 'ru' | 'zh' | 'ko', readonly (readonly [string, string])[]>> = {
  es: [
    ['Lucía', 'Peñalver'],
    ['Íñigo', 'Arce'],
    ['Marta', 'de la Fuente'],
    ['José', 'Quiroga'],
    ['Inés', 'Solís'],
    ['Gael', 'Urrutia'],
    ['Pilar', 'Nogués'],
  ],
  ru: [
    ['Анна', 'Орлова'],
    ['Пётр', 'Ким'],
    ['Зоя', 'Лебедева'],
    ['Олег', 'Ткачук'],
    ['Нина', 'Бойко'],
    ['Иван', 'Сафин'],
    ['Юлия', 'Громова'],
  ],
  zh: [
    ['小燕', '王'],
    ['志明', '李'],
    ['雅婷', '欧阳'],
    ['建国', '陈'],
    ['丽', '郭'],
    ['文华', '周'],
    ['思远', '何'],
  ],
  ko: [
    ['민서', '김'],
    ['지훈', '박'],
    ['하은', '남궁'],
    ['도윤', '이'],
    ['서연', '최'],
    ['준호', '정'],
    ['유진', '한'],
  ],
};
const POSTS_OTHER = { es: 'Directora', ru: 'Эксперт', zh: '主任', ko: '팀장' } as const;

const ROLES = ['Moderator', 'Interviewer', 'Chair', 'Facilitator', 'Company A', 'Host'];
const ROLES_JA = ['司会', '司会者', '当社', '甲社', '事務局', 'ファシリテーター'];
const NUMBERED = ['Speaker', 'Participant', 'Expert', 'Worker'];
const NUMBERED_JA = ['話者', '参加者', '有識者', '発言者'];

/** How the people of a text are called. */
export const CASTS = ['named', 'role', 'numbered', 'initials', 'handles', 'single', 'same-surname'] as const;
export type Cast = (typeof CASTS)[number];

/** Draws `count` people who can be told apart. */
export function drawPeople(
  random: Random,
  language: Language,
  cast: Cast,
  count: number,
  newOrganisation: NewOrganisation,
): Person[] {
  const people: Person[] = [];
  const house = [newOrganisation(spokenBy(random, language, 0))];
  for (let tries = 0; people.length < count; tries++) {
    if (tries > 1_000) throw new Error(`there are no ${count} people of cast ${cast} in ${language}`);
    const at = people.length;
    const own = spokenBy(random, language, at);
    const organisation = at % 2 === 0 && language !== 'mixed' ? (house[0] ?? '') : newOrganisation(own);
    const one = drawPerson(random, own, cast, at, organisation, people[0]);
    if (!people.some((other) => isConfusable(one, other))) people.push(one);
  }
  return people;
}

function spokenBy(random: Random, language: Language, at: number): Person['language'] {
  if (language !== 'mixed') return language;
  return at === 0 ? 'en' : at === 1 ? 'ja' : random.pick(['en', 'ja'] as const);
}

/** People of one text share no name, and none is the beginning of another's. */
function isConfusable(one: Person, other: Person): boolean {
  const names = (person: Person) => [person.full, person.short, ...person.also].map(bare);
  return names(one).some((name) =>
    names(other).some((second) => name.startsWith(second) || second.startsWith(name)),
  );
}

/** A name for comparison: no case, no blanks, no marks. */
export function bare(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .normalize('NFC');
}

function drawPerson(
  random: Random,
  language: Person['language'],
  cast: Cast,
  at: number,
  organisation: string,
  first: Person | undefined,
): Person {
  const japanese = language === 'ja';
  const none = { language, courtesy: '', post: '', organisation, isNamed: false, family: '', also: [] };
  if (cast === 'numbered' && (language === 'en' || japanese)) {
    const isSame = first?.language === language;
    const word = isSame ? first.full.replace(/ ?.$/, '') : random.pick(japanese ? NUMBERED_JA : NUMBERED);
    const label = japanese ? `${word}${'ABCDEFG'[at]}` : `${word} ${at + 1}`;
    return { ...none, full: label, short: label };
  }
  if (cast === 'role' && at === 0 && (language === 'en' || japanese)) {
    const label = random.pick(japanese ? ROLES_JA : ROLES);
    return { ...none, full: label, short: label };
  }
  if (cast === 'handles' && language === 'en') {
    const label = random.pick(HANDLES);
    return { ...none, full: label, short: label };
  }
  const named = { language, organisation, isNamed: true, family: '' };
  if (japanese) {
    const courtesy = random.pick(BEHIND);
    const post = random.pick(POSTS_JA);
    if (random.chance(0.08)) {
      const full = random.pick(KATAKANA);
      const short = full.split('・').at(-1) ?? full;
      return { ...named, full, short, courtesy: '氏', post, also: [] };
    }
    const given = random.pick(GIVEN_JA);
    if (cast === 'same-surname' && at === 1 && first?.language === 'ja' && first.family !== '') {
      const full = `${first.family} ${given}`;
      return { ...named, full, short: full.replace(' ', ''), courtesy, post, also: [] };
    }
    const family = random.pick(FAMILY_JA);
    const full = `${family} ${given}`;
    const short = cast === 'same-surname' && at === 0 ? `${family}${given}` : family;
    return { ...named, full, short, courtesy, post, family, also: [] };
  }
  if (language !== 'en') {
    const [given, family] = random.pick(OTHER[language]);
    const eastern = language === 'zh' || language === 'ko';
    const full = eastern ? `${family}${given}` : `${given} ${family}`;
    const short = eastern ? full : family;
    return { ...named, full, short, courtesy: '', post: POSTS_OTHER[language], also: [] };
  }
  const courtesy = random.pick(BEFORE);
  const post = random.pick(POSTS);
  if (cast === 'single' && random.chance(0.5)) {
    const full = random.pick(SINGLE);
    return { ...named, full, short: full, courtesy, post, also: [] };
  }
  const given = random.pick(GIVEN);
  if (cast === 'same-surname' && at === 1 && first?.language === 'en') {
    const { family } = first;
    const full = `${given} ${family}`;
    return { ...named, full, short: full, courtesy, post, family, also: [] };
  }
  const family = random.pick(FAMILY);
  const full = `${given} ${family}`;
  if (cast === 'initials') {
    const short = full
      .replace(/[^\p{L} -]/gu, '')
      .split(/[ -]/)
      .map((word) => word[0] ?? '')
      .join('')
      .toUpperCase();
    return { ...named, full, short, courtesy, post, also: [family] };
  }
  if (cast === 'same-surname' && at === 0)
    // The family name alone would be two people's.
    return { ...named, full, short: full, courtesy, post, family, also: [] };
  const short = cast === 'single' && !given.includes('.') ? given : family;
  return { ...named, full, short, courtesy, post, also: [given, family].filter((name) => name !== short) };
}
