/** Telling organisations, their divisions and posts apart by the words they are made of. */
import { startsJapanese } from './scripts.ts';

/** Words of organisations' names. */
export const ORGANISATION =
  /\b(inc|corp|corporation|ltd|llc|llp|plc|gmbh|co|k\.?k|company|university|college|school|institute|association|federation|foundation|society|unions?|council|committee|ministry|agency|bank|network|forum|centre|center|offices?|firm|group|holdings|nations|organi[sz]ation|responsibility|watch|fund|trust|alliance|initiative|coalition|partners|cooperative|npo|ngo)\b|会社|法人|大学|事務所|協会|機構|財団|連合|組合|連盟|委員会|センター|研究所|総研|銀行|商事|商会|商店|物産|産業|工業|興業|製薬|製鉄|製油|製紙|製作所|建設|電機|化学|食品|保険|新聞|省$|庁$|ネットワーク|フォーラム|ホールディングス|（株）|\(株\)|㈱|NPO法人/iu;
/** Words of posts. */
export const TITLE =
  /\b(managers?|directors?|officers?|partners?|attorney|lawyer|counsel|professor|lecturer|president|chair(man|woman|person)?|head|secretary|representative|adviser|advisor|fellow|researcher|consultant|specialist|analyst|leader|lead|member|coordinator|facilitator|moderator|founder|organi[sz]er|editor|economist|engineer|vice|senior|chief|ceo|cfo|coo|chro|csco|cso)\b|部長|課長|室長|所長|社長|会長|役員|取締役|理事|教授|講師|弁護士|代表|主任|担当|顧問|研究員|局長|委員|マネージャー|マネジャー|ディレクター|コンサルタント|オフィサー|リーダー|フェロー/iu;
/** Surnames that end as divisions do: 阿部, 服部, 渡部, 小室. */
const NAME_LIKE_DIVISION =
  /^(?:阿|安|服|岡|矢|磯|長谷|渡|園|綾|田|海|黒|軽|真|卜|武|川|南|岩|日下|物|刑|石|坂|池|建|神|江|勝|宇|戸|跡|浅|大|長|久|古|三|土|名|羽|飯|間|前|曽我|治|加|那|織|語|額|錦|倉|可児|乙|磐|別|部)部$|^(?:小|氷|大|三|御|岩)?室$/u;

/** Whether Japanese words end as the name of a division does, and no surname does. */
export function endsInDivision(words: string): boolean {
  return /[部課室係]$/u.test(words) && !NAME_LIKE_DIVISION.test(words);
}

/** A part of an organisation. */
export const DIVISION =
  /\b(division|department|dept\.?|section|unit|team|headquarters|hq)$|[部課室]$|本部$|ユニット$|チーム$/iu;

/** Whether words name an organisation rather than a job; of `Partner` and `Labour Agency, Tokyo Office` the second. */
export function isOrganisation(words: string): boolean {
  if (ORGANISATION.test(words)) return true;
  return (/^\p{Lu}/u.test(words) || startsJapanese(words)) && !TITLE.test(words) && !DIVISION.test(words);
}
