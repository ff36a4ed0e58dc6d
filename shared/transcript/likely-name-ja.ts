import { part, pattern } from '../pattern.ts';
import { isCountry } from './countries.ts';
import { isOwnSide, SPEAKER_NUMBER } from './numbered.ts';
import { endsInDivision, isOrganisation, ORGANISATION } from './organisations.ts';
import { endsInRole } from './roles.ts';
import { HAN, HIRAGANA, hasJapanese, KATAKANA } from './scripts.ts';
import { isCommonNoun } from './words.ts';

/** Roles and courtesies of Japanese behind a name; more than those that `endsInRole` knows. */
const COURTESY_JA = /(?:氏|様|さん|先生|君|殿|さま|ちゃん|くん)$/u;
const PREFIX_JA =
  /^(?:ご意見|質問|回答|第[0-9一二三四五六七八九十百]+|[0-9]+|資料|図表?|表|注|その|この|こちら|それ|これ|どの|何[がをかのも]|なぜ|もし|ただ|また|なお|さらに|例えば|つまり|一方|今後|今回|前回|次回|本日|当日|昨年|今年|来年|主な|各(?=[国社地拠])|全(?=[国社体員])|新(?=[制規体工拠部組])|上記|下記|以下|以上|特に|最も)/u;
/** Words of reports that are no name and in no name where they begin or end one. */
const TOPIC_JA = part`労働|雇用|賃金|差別|児童|強制|人権|環境|安全|衛生|健康|教育|研修|調達|監査|調査|調整|開示|報告|通報|相談|救済|是正|苦情|処理|方針|体制|制度|規程|規則|基準|原則|指針|目標|計画|実績|評価|分析|対応|対策|施策|取組|取り組み|活動|推進|管理|経営|事業|製品|品質|顧客|取引|契約|移民|難民|先住民|住民|地域|社会|消費者|株主|投資家?|従業員|女性|男性|外国人?|技能実習|実習生|障がい|障害者?|高齢者?|若者|子ども|家族|人身|奴隷|汚染|気候|変動|温暖化|水資源|資源|鉱物|紛争|土地|収奪|腐敗|贈賄|汚職|税務|個人情報|情報|技術|開発|倫理|法令|遵守|法律|憲法|条約|宣言|協定|自由|平等|多様性|包摂|参画|参加|対話|協議|交渉|団体|結社|組織|組合|工場|拠点|本社|農園|農業|漁業|鉱業|繊維|電子|食品|建設|物流|金融|小売|観光|医療|介護|保健|住居|寮|宿舎|手数料|借金|旅券|書類|母語|言語|文化|宗教|人種|民族|性別|年齢|時間|残業|休暇|休日|休憩|妊娠|育児|出産|暴力|虐待|嫌がらせ|嫌悪|脅威|影響|原因|背景|課題|問題|論点|成果|結果|効果|指標|理由|根拠|事例|優先|重要|深刻|範囲|規模|頻度|期間|時期|概要|要約|総括|議論|質疑|応答|説明|意見|提言|助言|指摘|懸念|期待|感想|まとめ|はじめに|おわりに|こと|もの|ところ|ため|場合|とき|点|性|化|的|度|率|費|額|数|量|案|書|表|図|編|版|型|式|法|権|責任|義務|権利|侵害|保護|尊重|防止|予防|軽減|停止|改善|向上|強化|拡大|縮小|削減|廃止|導入|実施|実行|確認|検討|検証|決定|承認|議題|議事|日程|次第`;
const TOPIC_ENDS = pattern(part`^(?:${TOPIC_JA}).{2,}|(?:${TOPIC_JA})$`, 'u');
/** Surnames and given names end in some of these too, of which names are too full to refuse them. */
const NAME_END = /[性化的度率費額数量案書表図編版型式法権点]$/u;
const FAMILY_ALONE = pattern(part`^[${HAN}]{1,4}(?:[ノツのつ][${HAN}]{1,3}|[${HAN}]{0,2})$`, 'u');
const KANA_ALONE = pattern(part`^(?:[${KATAKANA}]{2,12}|[${HIRAGANA}]{2,7})$`, 'u');
const TWO_PARTS = pattern(
  part`^[${HAN}${HIRAGANA}${KATAKANA}]{1,8} [${HAN}${HIRAGANA}${KATAKANA}]{1,8}$`,
  'u',
);
const DOTTED = pattern(part`^[${KATAKANA}A-Z.]{1,14}(?:[・=][${KATAKANA}A-Z.]{1,14}){1,4}$`, 'u');
/** Endings of verbs and particles: a sentence. */
const SENTENCE_JA =
  /(?:ます|です|ました|でした|ません|ください|である|した|する|して|れる|せる|ない|たい|など|から|まで|より|では|には|とは|ても|ので|のに|けど|という|について|における|に関する|のため|は|が|を|に|へ|も)$/u;
const HIRAGANA_INSIDE = /[\u3041-\u3096]/u;
/** Katakana words of reports; many more than these exist, and the score of katakana alone stays low. */
const KATAKANA_NOUN =
  /(?:ション|メント|リティ|ティー?|ビリティ|ネス|シップ|イズム|ハラスメント|ライン|システム|チェーン|リスク|コスト|データ|ルール|マネジメント|ガバナンス|レポート|アンケート|フォロー|サポート|トレーニング|カバナンス|コミュニティ|パートナー|メリット|ポイント|テーマ|スケジュール|プロセス|サービス|セキュリティ|サイト|ページ|ニーズ|ビジネス|エネルギー|プラスチック|インフラ|ジェンダー|グローバル|ローカル|ホットライン|スコープ|ターゲット|ステップ|レベル|モデル|ツール|アプリ|メール|ニュース|アクセス|ケア|チーム|プラン|プロジェクト|プログラム|イベント|ワークショップ|セミナー|インタビュー|アジア|シート|リスト|タイトル|キーワード|ガイド)$/u;

/** A verb or a particle at the end: words said in passing, not a name. */
const ENDS_SPEAKING =
  /(?:ます|です|ました|でした|ません|まして|しますと|ますと|ので|から|けれど|ですが|ますが|について|における|によると)$/u;

/** How likely a label in Japanese names somebody, from 0 to 1; brackets, lists and fields are dealt with before. */
export function japaneseScore(label: string): number {
  if (/[!-&*+./:;<>@^_~]/u.test(label.replaceAll(/[A-Z]\./gu, '')) && !/[A-Z]$/u.test(label)) return 0.02;
  if (isOwnSide(label)) return 0.92;
  const bare = label.replace(COURTESY_JA, '').trim();
  const courteous = bare !== label && bare !== '';
  if (courteous) {
    if (/^(?:皆|みな|お客|お子|奥|娘|息子|消費者|利用者|取引先|関係者|各位|患者|神)$/u.test(bare)) return 0.3;
    if (SENTENCE_JA.test(bare) || bare.length > 24 || /^(?:ありがとう|お疲れ)/u.test(bare)) return 0.1;
    return 0.97;
  }
  if (label.length > 30 || ENDS_SPEAKING.test(label)) return 0;
  if (SENTENCE_JA.test(label) && label.length > 3) return 0;
  if (endsInRole(label)) return label.length > 14 && !label.includes(' ') ? 0.6 : 0.9;
  if (SPEAKER_NUMBER.test(label)) return 0.92;
  const tight = label.replaceAll(' ', '');
  const words = label.split(' ');
  const last = words.at(-1) ?? '';
  const topic = TOPIC_ENDS.test(tight) && !(NAME_END.test(tight) && tight.length <= 4 && words.length === 2);
  if (DOTTED.test(label)) return isCountry(label) ? 0 : KATAKANA_NOUN.test(tight) ? 0.3 : 0.85;
  if (topic || PREFIX_JA.test(tight)) {
    const rest = words.slice(1).join(' ');
    // `人権推進室 森`: a surname behind a division.
    if (
      words.length === 2 &&
      FAMILY_ALONE.test(rest) &&
      !TOPIC_ENDS.test(rest) &&
      /[部課室社署局]$/u.test(words[0] ?? '')
    )
      return 0.75;
    return words.length === 2 &&
      !TOPIC_ENDS.test(last) &&
      FAMILY_ALONE.test(words[0] ?? '') &&
      (words[0] ?? '').length <= 2
      ? 0.3
      : 0.03;
  }
  if (ORGANISATION.test(label)) {
    return words.length > 1 &&
      (FAMILY_ALONE.test(last) || /^[\u30a1-\u30fa\u30fc]{2,8}$/u.test(last)) &&
      last.length <= 8 &&
      !ORGANISATION.test(last)
      ? 0.75
      : 0.3;
  }
  if (words.length === 2 && TWO_PARTS.test(label)) {
    if (words.every((word) => isCommonNoun(word))) return 0.03;
    if (KATAKANA_NOUN.test(last) || isCountry(last) || isCommonNoun(last)) return 0.1;
    if (words.every((word) => /^[\u3041-\u3096]+$/u.test(word))) return 0.6;
    return 0.93;
  }
  if (words.length === 3 && words.every((word) => word.length <= 12)) return hasJapanese(last) ? 0.6 : 0.2;
  if (words.length > 1) return /^[A-Za-z&.]{2,12} /u.test(label) && FAMILY_ALONE.test(last) ? 0.75 : 0.25;
  if (FAMILY_ALONE.test(label)) {
    if (endsInDivision(label)) return 0.3;
    const length = [...label].length;
    return [0, 0.5, 0.7, 0.7, 0.65, 0.55][length] ?? 0.35;
  }
  if (KANA_ALONE.test(label)) {
    if (KATAKANA_NOUN.test(label)) return 0.04;
    return /^[\u3041-\u3096]+$/u.test(label)
      ? label.length <= 4
        ? 0.45
        : 0.15
      : label.length <= 7
        ? 0.5
        : 0.25;
  }
  // Kanji with kana behind: 早瀬みちる; with kana within it is a word: 取り組み, 受け入れ.
  if (
    /^\p{Script=Han}{1,4}[\u3041-\u3096]{2,5}$/u.test(label) ||
    /^\p{Script=Han}{1,4}[\u30A1-\u30FA\u30FC]{2,8}$/u.test(label)
  )
    return KATAKANA_NOUN.test(label) ? 0.05 : 0.5;
  // A surname in hiragana: さくら直人.
  if (/^[\u3041-\u3096]{2,4}\p{Script=Han}{1,2}$/u.test(label)) return 0.45;
  if (/^[\u30A1-\u30FA\u30FC]{2,10}\p{Script=Han}{1,4}$/u.test(label)) return 0.3;
  return HIRAGANA_INSIDE.test(label) ? 0.08 : isOrganisation(label) ? 0.2 : 0.15;
}
