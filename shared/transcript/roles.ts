/** What a label says of somebody besides the name: `議長（北村君）`, `北村議長`, `General Manager Aoki`, `Dr. Holt`. */
import { type Part, part, pattern } from '../pattern.ts';
import { isOrganisation, ORGANISATION } from './organisations.ts';
import { HAN, HIRAGANA, hasJapanese, KATAKANA } from './scripts.ts';
import { HONORIFIC, latinName, withoutHonours } from './words.ts';

/** A label taken apart; `name` is empty where it names a role alone (`司会`, `Moderator`). */
export interface Titled {
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
  /** What the text goes on to call them, where the label says so: `（以下、早瀬）`, `(hereinafter "Mori")`. */
  readonly alias?: string;
  /** How the name is read, in kana, where the label says so: `早瀬（はやせ）`. */
  readonly reading?: string;
}

/** Roles that somebody has in a meeting or an office, the longer first where one ends in another. */
const ROLE_JA =
  '副?委員長(?:代理)?|副?部会長(?:代理)?|副?分科会長|副?会長(?:代理)?|副?座長(?:代理)?|副?議長|仮議長|議長代理|臨時議長|主査|副?理事長|専門委員|臨時委員|特別委員|委員|構成員|' +
  '政府参考人|参考人|公述人|証人|説明員|政府委員|政府特別補佐人|最高裁判所長官代理者|' +
  '内閣総理大臣|国務大臣|副?大臣(?:政務官)?|政務官|事務総長|事務局長|事務局次長|事務局員?|書記|' +
  '副?市長|副?町長|副?村長|副?区長|副?知事|教育長|消防長|会計管理者|議員|' +
  '副?(?:本部|事業部)?(?:部長|課長|室長|局長|係長|所長|支店長|工場長|センター長|グループ長)(?:補佐|代理)?|次長|主幹|審議官|参事官?|企画官|調整官|専門官|長官|' +
  '代表取締役(?:社長|会長|副社長)?|取締役|副?社長|専務|常務|(?:上席|常務|専務)?執行役員|監査役|(?:代表|業務執行|常務|専務|常任|副)?理事|監事|顧問|(?:共同|副)?代表(?:者)?|' +
  '(?:特任|名誉|客員|准)?教授|講師|弁護士|(?:主任|上席)?研究員|' +
  'オブザーバー|パネリスト|アドバイザー|代理|司会者?|進行役?|モデレーター|ファシリテーター|コーディネーター|聞き手|質問者|回答者|インタビュアー|記者|通訳';
const WHOLE_JA = new RegExp(`^(?:${ROLE_JA})[A-ZＡ-Ｚ0-9０-９]{0,2}$`, 'u');
const LAST_JA = new RegExp(`(?:${ROLE_JA})$`, 'u');
/** A surname, then a role; the name as short as can be, so that the role is as long as can be. */
const ROLES_JA: Part = { source: ROLE_JA };
const NAME_ROLE_JA = pattern(
  part`^([${HAN}${KATAKANA}]{1,6}?(?:[ \u3000][${HAN}${HIRAGANA}${KATAKANA}]{1,6}?)?|[${HIRAGANA}]{2,5}?)[ \u3000]?(${ROLES_JA})$`,
  'u',
);
/** Departments and offices that stand before `部長` as a surname would before `議長`. */
const OFFICE_JA =
  /(総務|企画|財政|財務|経済|環境|福祉|健康|市民|教育|建設|都市|産業|農林|水産|観光|文化|消防|税務|会計|人事|法務|広報|調達|購買|生産|製造|営業|開発|研究|技術|品質|安全|人権|経営|事業|海外|国際|情報|政策|地域|水道|土木|保健|医療|生活|住民|防災|危機管理|監査|秘書|庶務|議会|選挙|学校|資材|労務|物流|統括|推進|担当|専門|外部|社外|一般|上席|主任|取締|執行|総括|内閣|外務|厚生|労働|国土|交通|防衛|文部|科学|法人|支援|対策|管理|戦略)$/u;

const ROLE_LATIN =
  '(?:(?:vice|deputy|senior|executive|general|managing|assistant|acting|chief)[ -])*(?:president|chair(?:man|woman|person)?|manager|director|officer|professor|secretary|minister|ambassador|commissioner|councillor|senator|rapporteur|moderator|facilitator|interviewer|coordinator|representative|attorney|counsel|judge)(?:[ -]general)?';
const PREFIX_LATIN = new RegExp(
  `^(?:the )?(${ROLE_LATIN})\\s+(\\p{Lu}[\\p{L}\\p{M}'’.-]+(?: [\\p{Lu}][\\p{L}\\p{M}'’.-]*){0,3})$`,
  'iu',
);
const WHOLE_LATIN = new RegExp(
  `^(?:the )?(?:${ROLE_LATIN}|host|interviewee|presenter|expert|panell?ist|participant|respondent|speaker|operator|participant)(?: ?(?:[A-Z]|\\d{1,3}))?$`,
  'iu',
);
const DEGREE = /^(dr|prof|professor)\.?\s+(?=\p{Lu})/iu;
const PROXY = /(?:代理人?|代)$/u;

/** Whether a label is a role alone. */
export function isRole(label: string): boolean {
  const bare = label.trim();
  return WHOLE_JA.test(bare) || WHOLE_LATIN.test(bare);
}

/** Whether words end in a role or are one, e.g. `資源エネルギー庁長官`. */
export function endsInRole(words: string): boolean {
  return LAST_JA.test(words.trim());
}

/** The role that words end in; empty where they end in none. */
export function roleAtEnd(words: string): string {
  return LAST_JA.exec(words.trim())?.[0] ?? '';
}

/** Name, role and organisation of a label. What it cannot tell apart stays the name, as printed. */
export function splitLabel(label: string): Titled {
  const whole = label.trim().replace(/\s+/gu, ' ');
  const brackets = /^([^()（）]{1,60}?)\s*[(（]([^()（）]{1,60})[)）]$/u.exec(whole);
  if (brackets) {
    const [, outer = '', inner = ''] = brackets;
    const alias = aliasOf(inner.trim());
    if (alias !== null) {
      const titled = splitLabel(outer.trim());
      return titled.name === '' ? { ...titled, name: alias } : { ...titled, alias };
    }
    return fromBrackets(outer.trim(), inner.trim());
  }
  // `Ken Abe, Minami Drinks Ltd.`; `Abe, Ken` is a name.
  const comma = /^([^,]{3,60}), (.{2,80})$/u.exec(whole);
  if (comma && latinName(comma[1] ?? '') !== null) {
    const [, name = '', post = ''] = comma;
    return isOrganisation(post)
      ? { name, role: '', organisation: post }
      : { name, role: post, organisation: '' };
  }
  if (isRole(whole)) return { name: '', role: whole, organisation: '' };
  return withoutBrackets(whole);
}

/** Another name of somebody, out of the brackets behind the first; null where they say something else. */
export function aliasOf(inner: string): string | null {
  const found =
    /^(?:以下|以降)(?:、|,|，)? ?(?:単に)? ?(.{1,40}?)(?:と(?:いう|略(?:す|記)?|記(?:す|載)|する|呼ぶ))?。?$/u.exec(
      inner,
    ) ??
    /^(?:通称|別名|旧姓|本名|芸名|筆名|愛称|旧名)[:：、 ]?(.{1,40})$/u.exec(inner) ??
    /^(?:hereinafter|hereafter|henceforth)(?: (?:referred to as|called|referred to|known as))?:?,? (.{1,40})$/iu.exec(
      inner,
    ) ??
    /^(?:a\.? ?k\.? ?a\.?|also known as|known as|called|n[ée]e|born|alias|formerly|nickname(?:d)?|referred to as|short:?|“|")[:,]? ?(.{1,40})$/iu.exec(
      inner,
    ) ??
    /^[「『“"‘']([^「」『』“”"]{1,20})[」』”"’']$/u.exec(inner);
  const name =
    found?.[1]
      ?.replaceAll(/^[「『“"‘']|[」』”"’']$/gu, '')
      .replace(/^the /iu, '')
      .trim() ?? '';
  return name === '' ? null : name;
}

function fromBrackets(outer: string, inner: string): Titled {
  const spoken = /[君氏]$|さん$|様$/u.test(inner) && !/[君氏]$|さん$|様$/u.test(outer);
  if (isRole(outer) || spoken || (/番$/u.test(outer) && !/\d$/.test(inner))) {
    // `政府参考人（資源庁長官　山田太郎君）`: the post, then the name.
    const words = inner.split(/[ \u3000]+/u);
    const last = words.at(-1) ?? '';
    const post = words.slice(0, -1).join(' ');
    const apart = words.length > 1 && endsInRole(post) && !endsInRole(last);
    const { name, role } = withoutBrackets(apart ? last : inner);
    const roles = [outer, apart ? post : '', role].filter((one) => one !== '');
    return { name: name.replaceAll(/[ \u3000]+/gu, ' '), role: roles.join(' '), organisation: '' };
  }
  const { name, role } = isRole(outer) ? { name: outer, role: '' } : withoutBrackets(outer);
  if (/^[\d:.,]+$/.test(inner)) return { name, role, organisation: '' };
  if (
    /^[\u3041-\u30FF\u3000 ・]+$/u.test(inner) &&
    hasJapanese(name) &&
    !endsInRole(inner) &&
    !ORGANISATION.test(inner)
  )
    return { name, role, organisation: '', reading: inner };
  const organisation = role === '' && isOrganisation(inner) && !endsInRole(inner) ? inner : '';
  const title = organisation === '' ? [role, inner].filter((one) => one !== '').join(' ') : role;
  return { name, role: title, organisation };
}

function withoutBrackets(label: string): Titled {
  const none = { organisation: '' };
  const polite = label.replace(HONORIFIC, '').trim();
  if (polite !== label && polite !== '')
    return { name: polite.replace(PROXY, '') || polite, role: '', ...none };
  const japanese = NAME_ROLE_JA.exec(label);
  if (japanese) {
    const [, name = '', role = ''] = japanese;
    if (
      !OFFICE_JA.test(name) &&
      (name.length <= 3 ||
        /[ \u3000]/u.test(name) ||
        /(議長|座長|会長|委員長?|参考人|構成員|議員|代理)$/u.test(role))
    )
      return { name: name.trim(), role, ...none };
  }
  const latin = PREFIX_LATIN.exec(label);
  if (latin) return { name: latin[2] ?? label, role: latin[1] ?? '', ...none };
  const degree = DEGREE.exec(label)?.[0];
  if (degree)
    return { name: withoutHonours(label) || label.slice(degree.length), role: degree.trim(), ...none };
  return { name: withoutHonours(label), role: '', ...none };
}
