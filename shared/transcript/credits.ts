/** Headings that say whose the words below are: `早瀬氏のご意見`, `福井氏より`, `Comments by Rei Fujita`, `当社の回答`. */
import { oneOf, part, pattern } from '../pattern.ts';
import { groupOf, isListOfAnybody, isOwnName, withoutMarks } from './groups.ts';
import { likelyName } from './likely-name.ts';
import { leadLength } from './openings.ts';
import { remembered } from './remembered.ts';
import { HONORIFIC } from './words.ts';

/** Whose words follow. */
export interface Credit {
  /** As printed; of a group (`有識者のご意見`) the word for it. */
  readonly label: string;
  /** Several people, and nobody of them is named. */
  readonly isGroup: boolean;
  /** The company that holds the dialogue answers, and nobody of it is named. */
  readonly isOwn: boolean;
}

/** No such heading is longer. UTF-16 units. */
const LONGEST = 80;
/** How likely a name must be, where the heading says that words follow. */
const NAME = 0.65;

const SAID = oneOf(
  (
    '意見 コメント 提言 提案 助言 アドバイス 指摘 発言 メッセージ 評価 感想 講評 総評 要望 期待 見解 所見 所感 寄稿 お話 話 お言葉 声 質問 ' +
    '回答 返答 応答 対応 考え 考え方 受け止め'
  ).split(' '),
);
const REPLY = /(?:回答|返答|応答|対応|考え|考え方|受け止め|見解|コメント)$/u;
const SAID_EN = part`(?:opinions?|views?|viewpoints?|comments?|remarks?|advice|recommendations?|proposals?|suggestions?|message|feedback|observations?|reflections?|statement|questions?|response|reply|answers?)`;
const REPLY_EN = /\b(?:response|reply|answers?|comments?|views?)$/iu;

/** `早瀬氏からいただいた主なご意見・ご提言の要旨` */
const OF = pattern(
  part`^(.{1,40}?)(?:から|より)?(?:の|(?:お寄せ)?(?:いただいた|頂いた))(?:主な|今後の|これまでの)?[ご御お]?((?:${SAID})(?:(?:・|、|／|/|と|及び|および|や)[ご御お]?(?:${SAID}))*)(?:の?(?:概要|要旨|要約|抜粋|内容|まとめ))?$`,
  'u',
);
/** `福井 渉氏より` */
const FROM = /^(.{1,40}?)(?:より|から)(?:一言|ひとこと)?$/u;
const OF_EN = pattern(
  part`^(?:the )?(?:main |key |some )?(${SAID_EN}(?: and ${SAID_EN})?) (?:(?:received|given|heard|shared) )?(?:from|by|of) (?:the )?(.{3,60})$`,
  'iu',
);
const POSSESSIVE = pattern(
  part`^(?:the )?(.{2,40}?)(?:['’]s|s['’]) (?:main |key )?(${SAID_EN}(?: and ${SAID_EN})?)$`,
  'iu',
);
const OURS = /^our (?:response|reply|answer)s?$/iu;
const FROM_EN = /^from (.{3,60})$/iu;

/** Most lines hold none of these. */
const MAY_CREDIT = pattern(part`${SAID}|より|から|\b${SAID_EN}\b|^\W*from `, 'iu');

/** Whose words a heading says that follow; null for any other line. */
export const creditIn = remembered((line): Credit | null => {
  if (line.length > LONGEST || !MAY_CREDIT.test(line)) return null;
  const text = withoutMarks(line.slice(leadLength(line)).replace(/^(\*\*|__)(.+)\1$/u, '$2'))
    .replace(/[:：]$/u, '')
    .trim();
  const of = OF.exec(text);
  if (of) return creditOf(of[1] ?? '', REPLY.test(of[2] ?? ''));
  const ofEnglish = OF_EN.exec(text);
  if (ofEnglish) return creditOf(ofEnglish[2] ?? '', REPLY_EN.test(ofEnglish[1] ?? ''));
  const own = POSSESSIVE.exec(text);
  if (own) return creditOf(own[1] ?? '', REPLY_EN.test(own[2] ?? ''));
  if (OURS.test(text)) return { label: 'The company', isGroup: false, isOwn: true };
  const from = FROM.exec(text) ?? FROM_EN.exec(text);
  const somebody = from ? creditOf(from[1] ?? '', false) : null;
  return somebody?.isGroup === false ? somebody : null;
}, 5_000);

/** The heads of two columns on one line: `有識者のご意見　当社の対応`, `Experts' opinions / our response`. */
export function isColumnsHead(line: string): boolean {
  if (line.length > LONGEST) return false;
  const heads = line.split(/[\u3000\t]+|\s*[/／|｜]\s*|(?<=[\u3041-\u9fff]) +(?=[\u3041-\u9fff])|\s{2,}/u);
  return heads.length === 2 && heads.every((head) => HEAD.test(head));
}

const HEAD = pattern(part`(?:^|[のご御お])(?:${SAID})$|\b${SAID_EN}$`, 'iu');

const TWICE = pattern(part`の[ご御お]?(?:${SAID})[\s\u3000/／|｜]|[’']s ${SAID_EN}`, 'iu');

function creditOf(who: string, isReply: boolean): Credit | null {
  const label = withoutMarks(who.trim());
  const bare = label.replace(/[側の]$/u, '');
  // `早瀬氏のご意見　当社の対応`: the heads of two columns.
  if (TWICE.test(label)) return null;
  if (isOwnName(bare) || isOwnName(label))
    return isReply ? { label: bare, isGroup: false, isOwn: true } : null;
  if (groupOf(label)?.side === 'external' || isListOfAnybody(label))
    return { label, isGroup: true, isOwn: false };
  const sure = HONORIFIC.test(label.replace(/[(（].*$/u, '').trim()) ? NAME - 0.15 : NAME;
  return likelyName(label) >= sure ? { label, isGroup: false, isOwn: false } : null;
}
