/** What a text is weighed as: the languages that the encodings at hand are for. */
export type Writing = 'ja' | 'zh-hans' | 'zh-hant' | 'ko' | 'cyrillic' | 'latin';

/** The characters that running text of a language is made of most; of Korean, syllables. */
const FREQUENT: Readonly<Record<'ja' | 'zh-hans' | 'zh-hant' | 'ko', string>> = {
  ja:
    '一二三四五六七八九十百千万円日月年時分今前後間中上下左右内外大小高長新本人名者方員会社業務事件者国地区市町村東西南北京都府県' +
    '発言見聞話語書読学校先生行来出入立動働作用使止進取受送開始終了食買考思知合同自他全部体手目足心女男子父母家族友' +
    '気電車道水木火土金山川田場所題問答意味理由情報告示明説議論対策定決計画関係連続加主要必特別通当実現在化性的能力法制度' +
    '民公共安全保健環境権利益品質経済産工農商企労働契約給料金額数量率表面次回第以降未最初点線形成果結起過去向相互助支援' +
    '調査監視取引苦情救済指標基準評価影響責任人権多少変記録期待早森松原司私何毎言葉',
  'zh-hans':
    '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经' +
    '么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日者意无力它与长把机十民第公此已工使情明性知' +
    '全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度' +
    '门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建' +
    '务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路' +
    '记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运工厂宿舍合同工人投诉费用审计',
  'zh-hant':
    '的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經' +
    '麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日者意無力它與長把機十民第公此已工使情明性知' +
    '全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西月話合回特代內信表化老給世位次度' +
    '門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活更別打女變四神總何電數安少報才結反受目太量再感建' +
    '務做接必場件計管期市直資命山金指許統區保至隊形社便空決治展馬科司五基書非則聽白卻界達光放強即像難且權思王象完設式色路' +
    '記南品住告類求據程北邊死張該交規萬取望覺術領共確傳師觀清今切院讓識候帶導爭運廠宿舍約費用投訴審計',
  ko:
    '이다는을의에가고하지기사한로도서은어리대자인정시그아나를라있해수보일제으전과부우장여스상세니조들무원구만관요면주성비동실공안' +
    '생유경것치오적소모용물마국신거업와내계방위회연저습합발중산학게분등당될통결금간분진말선때년되입됩립름까없래여야러식권',
};

/** Characters of the first level of a national set, those in common use, by the bytes of their rows. */
const FIRST_LEVELS: Readonly<Record<'ja' | 'zh-hans' | 'zh-hant', readonly [string, number, number]>> = {
  ja: ['euc-jp', 0xb0, 0xcf],
  'zh-hans': ['gb18030', 0xb0, 0xd7],
  'zh-hant': ['big5', 0xa4, 0xc6],
};

const frequent = new Map<string, ReadonlySet<string>>();
const firstLevels = new Map<string, ReadonlySet<string>>();

function isFrequent(writing: keyof typeof FREQUENT, one: string): boolean {
  const known = frequent.get(writing) ?? new Set(FREQUENT[writing]);
  frequent.set(writing, known);
  return known.has(one);
}

function isCommon(writing: keyof typeof FIRST_LEVELS, one: string): boolean {
  const known = firstLevels.get(writing) ?? firstLevelOf(...FIRST_LEVELS[writing]);
  firstLevels.set(writing, known);
  return known.has(one);
}

function firstLevelOf(encoding: string, first: number, last: number): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let lead = first; lead <= last; lead++) {
    if (encoding === 'big5') for (let trail = 0x40; trail <= 0x7e; trail++) bytes.push(lead, trail);
    for (let trail = 0xa1; trail <= 0xfe; trail++) bytes.push(lead, trail);
  }
  return new Set(new TextDecoder(encoding).decode(Uint8Array.from(bytes)));
}

/** How much of a text is weighed. UTF-16 units. */
const SAMPLE = 100_000;

/**
 * How much a text reads like its language: the mean of what its characters outside ASCII say, about 2 for running text,
 * below 0 for what no language is. It knows which characters are frequent and which stand beside which.
 * @returns with the mean, how many characters there were, and how many of them belong to no other writing
 */
export function plausibility(
  text: string,
  writing: Writing,
): { readonly mean: number; readonly count: number; readonly own: number } {
  let sum = 0;
  let count = 0;
  let own = 0;
  let before = '';
  const characters = [...text.slice(0, SAMPLE)];
  for (const [index, one] of characters.entries()) {
    if (one >= '\u0080') {
      count++;
      sum += weightOf(one, before, characters[index + 1] ?? '', writing);
      if (isOwn(one, writing)) own++;
    }
    before = one;
  }
  return { mean: count === 0 ? 0 : sum / count, count, own };
}

/** Letters that only this writing has; kanji are of three. */
function isOwn(one: string, writing: Writing): boolean {
  if (writing === 'ja') return /[\u3041-\u3096\u30a1-\u30fa]/.test(one);
  if (writing === 'ko') return /[\uac00-\ud7a3]/.test(one);
  return writing === 'cyrillic' && /[\u0410-\u044f]/.test(one);
}

function weightOf(one: string, before: string, next: string, writing: Writing): number {
  if (/[\ufffd\u0080-\u009f\ufffe\uffff\p{Co}\p{Cn}]/u.test(one)) return -6;
  switch (writing) {
    case 'latin':
      return latinWeight(one, before, next);
    case 'cyrillic':
      return cyrillicWeight(one, before, next);
    case 'ko':
      return koreanWeight(one);
    default:
      return ideographWeight(one, before, writing);
  }
}

const IDEOGRAPHIC_MARKS = '　、。・：；？！「」『』（）【】〈〉《》〔〕“”‘’…―ー～〜，．－';

function ideographWeight(one: string, before: string, writing: 'ja' | 'zh-hans' | 'zh-hant'): number {
  if (IDEOGRAPHIC_MARKS.includes(one)) return 1.2;
  if (/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/.test(one)) return 1;
  if (/[\u2460-\u2473\u25a0-\u25cf\u3005-\u3007\u2190-\u2193]/.test(one)) return writing === 'ja' ? 0.6 : 0.2;
  if (/[\u3041-\u3096]/.test(one)) return writing === 'ja' ? 2.4 : -2;
  if (/[\u30a1-\u30fa]/.test(one)) return writing === 'ja' ? 1.8 : -2;
  if (/[\uff61-\uff9f]/.test(one)) return writing === 'ja' ? halfWidthWeight(one, before) : -3;
  if (/\p{Script=Han}/u.test(one)) {
    if (isFrequent(writing, one)) return 2.6;
    return isCommon(writing, one) ? 0.6 : -1.6;
  }
  if (/[\u00a7\u00b0\u00b1\u00b4\u00b6\u00d7\u00f7]/.test(one)) return -0.3;
  return /[\p{L}\p{So}\p{Sm}]/u.test(one) ? -1.6 : -0.6;
}

/** A voicing mark stands behind few kana, a small kana behind few others, a mark of punctuation behind kana. */
function halfWidthWeight(one: string, before: string): number {
  if (one === 'ﾞ') return /[ｳｶ-ﾄﾊ-ﾎ]/.test(before) ? 2.2 : -4;
  if (one === 'ﾟ') return /[ﾊ-ﾎ]/.test(before) ? 2.2 : -4;
  if (/[ｬ-ｮ]/.test(one)) return /[ｷｼﾁﾆﾋﾐﾘﾞﾟ]/.test(before) ? 2 : -2;
  if (/[ｧ-ｫ]/.test(one)) return /[ｳﾃｼﾁﾂﾌﾞｸﾄ]/.test(before) ? 1.2 : -2;
  if (one === 'ｯ') return /[ｱ-ﾟ]/.test(before) ? 0.8 : -2;
  if (/[ｰ｡､｣･]/.test(one)) return /[ｦ-ﾟ\p{Script=Han}\p{Script=Hiragana}]/u.test(before) ? 1 : -2;
  // Alone between other letters it is the half of one.
  return /[ｦ-ﾟ]/.test(before) ? 1 : 0.3;
}

function koreanWeight(one: string): number {
  if (/[\uac00-\ud7a3]/.test(one)) return isFrequent('ko', one) ? 2.6 : 0.1;
  if (/[“”‘’…·「」『』、。（）：]/.test(one)) return 0.6;
  return /\p{L}/u.test(one) ? -1.8 : -0.8;
}

function cyrillicWeight(one: string, before: string, next: string): number {
  // A word is of one alphabet.
  if (/[a-z]/i.test(before) || /[a-z]/i.test(next)) return -2;
  if (/[а-яё]/.test(one)) return 'оеаинтслвр'.includes(one) ? 1.9 : 1;
  if (/[А-ЯЁ]/.test(one)) {
    if (/[а-яё]/.test(before)) return -3;
    return /[а-яё]/.test(next) || !/[А-ЯЁ]/.test(next) ? 0.8 : 0;
  }
  if (/[«»“”„‘’…–—№\u00a0]/.test(one)) return 0.6;
  return -2;
}

function latinWeight(one: string, before: string, next: string): number {
  if (/\p{Extended_Pictographic}/u.test(one)) return 0.3;
  const isLetter = (other: string) => /\p{L}/u.test(other);
  const isEdge = (other: string) => other === '' || /[\s\p{P}]/u.test(other);
  if (one === '’') return isLetter(before) || /[\p{P}\d]/u.test(before) ? 2 : 0.2;
  if ('“‘„«'.includes(one)) return isEdge(before) && !isEdge(next) ? 2 : -0.5;
  if ('”»'.includes(one)) return !/\s/.test(before) && before !== '' && isEdge(next) ? 2 : -0.5;
  if ('–—'.includes(one)) return /[\s\p{L}\d]/u.test(before) && !/^$/.test(before) ? 1.5 : 0.5;
  if (one === '…') return 1.2;
  if ('•·'.includes(one)) return isEdge(before) ? 1 : -0.5;
  if ('\u00a0€£©®™°§½¿¡'.includes(one)) return 0.3;
  // Accents are the exception, also in a word.
  if (isLetter(before) && before >= '\u0080' && isLetter(next) && next >= '\u0080') return -1;
  if (/[àáâãäåæçèéêëìíîïñòóôõöøœùúûüýÿßšžıł]/.test(one))
    return /[a-zà-ÿ]/i.test(before) || /[a-zà-ÿ]/i.test(next) ? 1.6 : -0.8;
  if (/[ÀÁÂÄÅÆÇÈÉÊËÍÎÖØÓÔŒÚÜŠŽÑ]/.test(one)) return /[a-z]/.test(before) || isEdge(next) ? -2 : 0.8;
  return -1.8;
}
