/** What single words and sentences tell about a text: its language, its names, where a sentence ends. */
import { part, pattern } from '../pattern.ts';
import { endsInDivision } from './organisations.ts';
import { HAN, HIRAGANA, JAPANESE, KATAKANA, startsJapanese, withoutUnseen } from './scripts.ts';

const KANA = /[\u3041-\u30ff]/g;
const LETTER = /\p{L}/gu;

/** The language of the words: `ja` where a fair part of the letters is kana, else `en`. */
export function languageOf(text: string): string {
  const sample = text.slice(0, 200_000);
  const kana = sample.match(KANA)?.length ?? 0;
  if (kana === 0) return 'en';
  const letters = sample.match(LETTER)?.length ?? 0;
  return kana >= letters * 0.05 ? 'ja' : 'en';
}

const SPACELESS = pattern(part`[${JAPANESE}\u3000-\u303F\uFF00-\uFFEF]`, 'u');

/** Whether a character belongs to a script that is written without spaces. */
export function isSpaceless(character: string): boolean {
  return SPACELESS.test(character);
}

/** Whether text ends where a sentence may end, closing quotes and brackets aside. */
export function endsSentence(text: string): boolean {
  const end = text.slice(-40).trimEnd();
  if (/[.!?。！？．] ?[（([][^（()）[\]]{1,30}[)）\]]$/u.test(end)) return true;
  return (
    /[.!?…。．！？:：;]["'”’»)\]）」』】]*$/u.test(text.slice(-12).trimEnd()) ||
    /[」』]$/u.test(text.slice(-1))
  );
}

/** Words that open English sentences: they are nobody's name, and what follows a name in front of a speech. */
const OPENERS = new Set(
  (
    'the a an in at on it i we you they he she this that these those there here for from to with within without as if ' +
    'when while what which who whose why how where is are was were do does did has have had can could would should ' +
    'will may might must my our your their its his her and but or nor so yet yes no not never today thank thanks ' +
    'first firstly second secondly third thirdly finally then also moreover however although though since because ' +
    'after before over under by of one two three both each every some any many most much more all another other ' +
    'let please well now again recently currently perhaps indeed certainly actually regarding concerning according ' +
    'such having being given good hello welcome hi okay ok right exactly absolutely personally people companies ' +
    'during through between among under unless until whether instead rather even just only about against beyond ' +
    'nobody everyone everybody nothing something someone let’s don’t last next this’ll few several whenever wherever ' +
    'besides therefore thus hence additionally furthermore similarly likewise conversely overall generally ' +
    'specifically particularly especially clearly naturally unfortunately fortunately ultimately'
  ).split(' '),
);

/** Whether an English word opens a sentence rather than names someone. */
export function isOpener(word: string): boolean {
  const bare = word
    .toLowerCase()
    .replace(/^[“"'‘(]+/, '')
    .replace(/['’](s|re|m|d|ll|ve|t)?$/, '');
  return OPENERS.has(bare.replace(/[,.;:!?…]+$/, ''));
}

const PARTICLE = /^(de|del|della|der|den|di|da|do|dos|du|la|le|van|von|ter|bin|binti|ibn|al|el|y|e|st)$/i;
const LATIN_NAME_WORD = /^\p{Lu}[\p{L}\p{M}'’.\-‐]*$/u;
const NOT_IN_NAMES =
  /\b(managers?|directors?|officers?|partners?|attorneys?|lawyers?|professors?|presidents?|chair(man|woman|person)?|head|division|department|dept|office|offices|section|unit|team|group|corporation|corp|inc|ltd|llc|llp|co|company|companies|university|institute|association|federation|foundation|council|committee|ministry|agency|centre|center|bank|holdings|international|global|national|united|general|senior|vice|executive|assistant|deputy|chief|programme|program|rights?|supply|chains?|policy|report|dialogue|dialog|meeting|agenda|summary|introduction|conclusion|initiatives?|hotline|note|notes|issues?|business|sustainability|site|main|next|steps?|key|points?|action|items?|part|session|chapter|day|stakeholders?|experts?|participants?|speakers?|outside|external|se|ag|gmbh|plc|nv|bv|oyj?|spa|srl|pte|pty|watch|network|inspector|labou?r|worker|workers|secretary|engineer|economist|researcher|analyst|advis[eo]r|consultant|coordinator|specialist|lecturer|founder|trustee|commissioner|ambassador|counsel|judge|journalist|interpreter|representative|auditor|buyer|farmer|accountant|activist|campaigner|organi[sz]er)\b/i;

/** Courtesy in front of a Latin name, which is no part of it. */
export const COURTESY = /^(mr|mrs|ms|miss|sir|dame|madam|mme)\.?\s+(?=\p{Lu})/iu;

/** Honorifics that follow a Japanese name. */
export const HONORIFIC = /(氏|様|さん|先生|君|殿)$/u;

/** Words before a name that say what is due to it, and of what standing it is. */
export const HONOUR =
  /^(?:h\.?e\.?|his excellency|her excellency|rev(?:erend|d)?\.?|the rev(?:erend|d)?\.?|(?:the )?(?:rt\.?|right) hon(?:ou?rable)?\.?|(?:the )?hon(?:ou?rable)?\.?|amb(?:assador)?\.?|dr\.?|drs?\.|doctor|prof(?:essor)?\.?|assoc\.? prof\.?|sir|dame|lord|lady|baroness|baron|mr\.?|mrs\.?|ms\.?|miss|mx\.?|master|fr\.?|father|sr\.?|sister|br\.?|brother|sen(?:ator)?\.?|rep\.?|gov(?:ernor)?\.?|gen(?:eral)?\.?|col(?:onel)?\.?|capt(?:ain)?\.?|cmdr\.?|lt\.?|sgt\.?|maj(?:or)?\.?|judge|justice|minister|president|vice[ -]president|secretary(?:-general)?|chair(?:man|woman|person)?|commissioner|comm'?r\.?|councill?or|cllr\.?|mayor|chief|elder|imam|sheikh|shaikh|sheik|syed|sayyid|haji|hajj|ven(?:erable)?\.?|rabbi|pastor|bishop|archbishop|cardinal|pope|king|queen|prince|princess|datuk|dato'?|tan sri|tun|ir\.|eng\.?|ing\.|dipl\.-ing\.|herr|frau|fräulein|monsieur|madame|mademoiselle|mme\.?|mlle\.?|señora?|señorita|sra?\.|srta\.?|don|doña|dona|dom|sig\.?(?:ra)?|signora?|dott\.?(?:ssa)?|avv\.?|pan|pani|г-н|г-жа|господин|госпожа|д-р|проф\.?|interviewer|moderator|speaker|panell?ist|facilitator|host)(?:\s+|(?<=\.))(?=\p{L})/iu;
/** What follows a name: generations, degrees, orders, offices, courtesies of Japanese in Latin letters. */
export const SUFFIX =
  /,? ?(?:[-‐ ](?:san|sama|sensei|shi|kun|chan|senpai)|(?:,| )\s*(?:jr|sr|ii|iii|iv|ph\.? ?d|d\.?phil|m\.?d|m\.?p|m\.?e\.?p|m\.?b\.?a|m\.?a|b\.?a|m\.?sc|b\.?sc|ll\.?m|ll\.?b|j\.?d|esq|q\.?c|k\.?c|s\.?c|c\.?b\.?e|o\.?b\.?e|m\.?b\.?e|frs|cpa|cfa|rn|pe|p\.?eng|ed\.?d|dba|mla|mna|mdb|dds|facp|osb|sj|s\.j|o\.p|ret|emeritus))\.?$/iu;

/** Honours that are nobody's given name. */
const CLEAR =
  /^(?:the |mr|mrs|ms|miss|mx|dr|prof|sir|dame|mme|mlle|madame|monsieur|herr|frau|h\.?e|his |her |rev|hon|amb|se[nñ]|г-|госп|д-р)|\.\s*$/iu;

/** No degree is longer; looking no further back keeps long lists cheap. */
const LONGEST_SUFFIX = 14;

/** A Latin name without the honours before it and the degrees behind it: `H.E. Luis Paz, MP` → `Luis Paz`. */
export function withoutHonours(line: string): string {
  let name = line.trim();
  for (const edge of [HONOUR, SUFFIX]) {
    for (let round = 0; round < 3; round++) {
      const found = edge.exec(edge === HONOUR ? name : name.slice(-LONGEST_SUFFIX))?.[0];
      if (found === undefined || found.length === name.length) break;
      // `Don Oak`, `Justice Okoro`: what may be a given name stays where nothing but a surname would be left.
      if (edge === HONOUR && !CLEAR.test(found) && !/ /u.test(name.slice(found.length).trim())) break;
      name = (edge === HONOUR ? name.slice(found.length) : name.slice(0, -found.length)).trim();
    }
  }
  return name;
}

/** The words of a Latin name without its title (`Dr.`); null for what is no name of two to five words. */
export function latinName(line: string): string[] | null {
  if (line.length > 60 || !/^\p{Lu}/u.test(line)) return null;
  if (!/[ \t\u00a0]/u.test(line)) return null;
  const words = withoutHonours(line).split(/[ \t\u00a0]+/);
  if (words.length < 2 || words.length > 5) return null;
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  if (!LATIN_NAME_WORD.test(first) || !LATIN_NAME_WORD.test(last) || last.endsWith('.')) return null;
  const named = AMONG_NAMES.test(first) && words.length <= 5 && !isOpener(words[1] ?? '');
  if ((isOpener(first) && !named) || NOT_IN_NAMES.test(line)) return null;
  return words.every((word) => LATIN_NAME_WORD.test(word) || PARTICLE.test(word)) ? words : null;
}

/** Words that open sentences and are given names as well: before a surname they are the name. */
const AMONG_NAMES = /^(?:An|Will|May|In|Hi|So|Do|Such)$/u;

const FAMILY = pattern(part`^[${HAN}${KATAKANA}]{1,8}$`, 'u');
/** さくら 直人: a surname in hiragana is one before kanji alone, which a sentence's first word is not. */
const KANA_FAMILY = pattern(part`^[${HIRAGANA}]{2,4}$`, 'u');
const HAN_GIVEN = pattern(part`^[${HAN}]{1,3}$`, 'u');
const GIVEN = pattern(part`^[${HAN}${KATAKANA}${HIRAGANA}]{1,8}$`, 'u');

/** Another name in brackets at a line's end: `（以下「早瀬」）`, `(hereinafter "Mori")`, `(a.k.a. Kaz)`. */
export const ALIAS_BEHIND =
  /\s*[（(](?:以下|以降|通称|旧姓|hereinafter|hereafter|a\.? ?k\.? ?a\.?|also known as)[^()（）]{0,60}[)）]$/iu;

/** A Japanese name in Latin letters behind it: `野島 薫 KAORU NOJIMA`. */
export const LATIN_BEHIND = /(?<=[\u3041-\u9fff々])[ \u3000]+\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)?$/u;

const SYLLABLE =
  "(?:[kgnhbpmr]?y|sh|ch|ts|dz|[kgsztdnhbpmrwjfv])?[aiueoéāīūēōâîûêô]h?|n'?|m(?=[bpm])|[kstpc](?=[kstpc])";
const ROMAJI = new RegExp(`^(?:${SYLLABLE})+$`, 'iu');

/** Whether a word may be Japanese in Latin letters: what else stands behind a name (a post, an organisation) is words. */
function isRomaji(word: string): boolean {
  return ROMAJI.test(word);
}

/** Family and given name of a Japanese name, honorific and reading aside; `given` is empty where no space parts them. */
export function japaneseName(line: string): { family: string; given: string } | null {
  if (!startsJapanese(line)) return null;
  const bare = bareJapaneseName(line);
  if (bare.length < 2 || bare.length > 12 || JAPANESE_NOT_IN_NAMES.test(bare)) return null;
  if (endsInDivision(bare)) return null;
  const [family = '', given = '', ...more] = bare.split(/[ \u3000]+/);
  if (more.length > 0) return null;
  if (given === '' && COMMON_NOUNS.has(bare)) return null;
  if (given !== '') {
    const isName = FAMILY.test(family)
      ? GIVEN.test(given)
      : KANA_FAMILY.test(family) && HAN_GIVEN.test(given);
    return isName && !(COMMON_NOUNS.has(given) && KANA_FAMILY.test(family)) ? { family, given } : null;
  }
  return FAMILY.test(bare) && [...withoutUnseen(bare)].length <= 6 ? { family: bare, given: '' } : null;
}

/** A Japanese name without what stands around it: `原　秀 氏（はら ひで）` → `原　秀`. */
export function bareJapaneseName(line: string): string {
  return line
    .trim()
    .replace(ALIAS_BEHIND, '')
    .trim()
    .replace(/[（(][\u3041-\u30ff \u3000A-Za-z]+[)）]$/u, '')
    .replace(LATIN_BEHIND, (words) => (words.trim().split(' ').every(isRomaji) ? '' : words))
    .trim()
    .replace(HONORIFIC, '')
    .trim();
}

/** What reports put before a colon, in brackets or on a line of its own, and nobody is called. */
const COMMON_NOUNS = new Set(
  (
    '対応 目標 実績 施策 取組 進捗 評価 効果 影響 原因 対策 状況 現状 今後 展望 体制 活動 事例 成果 指標 内容 理由 根拠 定義 範囲 手順 担当 部署 窓口 ' +
    '時期 予定 期限 頻度 回数 人数 金額 単位 合計 平均 国内 海外 地域 拠点 工場 本社 製品 業種 分類 区分 種別 項目 用語 略語 意見 指摘 助言 提言 要望 懸念 ' +
    '説明 感想 決定 承認 報告 確認 検討 次回 前回 冒頭 最後 全体 個別 共通 特記事項 追記 訂正 凡例 監修 編集 撮影 文責 取材 構成 協力 提供 発行 発行日 更新日 ' +
    '作成日 公開日 掲載日 改訂 注釈 脚注 出所 引用 費用 申込 受付 開会 閉会 休憩 講演 背景 概要 要約 総括 序文 本文 結論 考察 議論 討議 発言 拍手 資料 映像 ' +
    '救済 労働 環境 教育 研修 調達 調査 監査 訪問 公表 開示 苦情 相談 通報 是正 予防 軽減 特定 分析 優先 順位 東京 大阪 京都 中国 韓国 米国 英国 欧州 日本 ' +
    '当社 弊社 同社 各社 他社 御社 貴社 自社 社内 社外 一方 例外 前提 条件 制度 法律 法令 規則 基準 指針 宣言 原則 責任 権利 義務 差別 賃金 時間 安全 健康'
  ).split(' '),
);

/** Whether a Japanese word is one that reports are full of, and no name. */
export function isCommonNoun(word: string): boolean {
  return COMMON_NOUNS.has(word);
}

const JAPANESE_NOT_IN_NAMES =
  /会社|法人|大学|事務所|協会|機構|財団|連合|組合|委員会|センター|研究|役員|社長|会長|部長|課長|室長|理事|取締役|教授|弁護士|顧問|担当|議長|司会|参加|出席|概要|紹介|対話|人権|取組|課題|方針|目次|開催|有識者|専門家|ダイアログ|ステークホルダー|サプライ|グループ|ホールディングス|リスク|テーマ|まとめ|はじめに|おわりに|質問|回答|以上|[にと](?:聞く|訊く|きく)|[がをと]語る|株式/u;
