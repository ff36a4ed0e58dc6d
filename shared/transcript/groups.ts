/** Headings of the groups in a list of participants: `Experts (in alphabetical order)`, `＜乙社出席者＞`, `有識者：…`. */

/** Whether a list of participants has somebody among the guests or among the company's own. */
export type Side = 'external' | 'internal';

export interface Group {
  readonly side: Side;
  /** What stands behind the colon of `有識者：…`. */
  readonly rest: string;
}

const OUTSIDE =
  /^(?:(?:outside|external|invited|guest) )?(?:experts?|specialists?|guests?|panel(?:l?ists)?|stakeholders?|opinion leaders?|facilitators?|moderators?|speakers from outside|(?<=(?:outside|external|invited|guest) )(?:participants?|attendees|members|advis[eo]rs?|speakers|parties|persons|people|scholars|academics)|external|outside|outsiders|civil society|rightsholders?|rights[- ]holders?)(?:\s*[(（][^()（）]{0,60}[)）])?$|^(?:[ごお]?(?:参加|出席|登壇|協力|招き|招待|招聘)(?:いただ[いき]|頂[いき]|し)(?:た|ました))?(?:社外|外部|招[聘へ])?(?:有識者|専門家|ゲスト|ステークホルダー|講師|アドバイザー|ファシリテーター|モデレーター|コーディネーター|司会進行|司会|進行)(?:の皆(?:さま|様|さん))?(?:[（(][^()（）]{0,20}[)）])?(?:一覧|出席者|参加者|の?ご?紹介|プロフィール)?$|^(?:社外|外部)(?:の)?(?:参加者|出席者|委員|メンバー|登壇者|の方々|の皆(?:さま|様|さん))?$|^(?:学識(?:経験)?者|NGO|NPO)(?:一覧|の皆(?:さま|様|さん)|側)?$/iu;
const INSIDE =
  /^(?:当社|弊社|自社|社内|[^\s。、]{1,20}?(?:社|グループ|会社|ホールディングス))(?:の|側|からの)?(?:出席者|参加者|登壇者|メンバー|関係者)(?:一覧)?$|^(?:participants?|attendees|members|representatives) (?:from|of) (?:the company|our company|[^,.]{2,40})$|^(?:company|internal|in-house|corporate|our|host) (?:participants?|representatives|side|staff|team|management|executives|officers|speakers|members?|attendees)$|^(?:company|internal|in-house|management|our company|the company)$|^[^,.]{2,40} (?:participants|attendees|members)$/iu;
const ANYBODY =
  /^(?:(?:outside |external )?experts? and (?:the )?company|participants?|attendees|list of participants|members)(?:\s*[(（].*)?$|^(?:出席者|参加者|登壇者|メンバー)(?:一覧|紹介|のご紹介)?(?:[（(].*)?$/iu;

/** What a company calls itself in a list. */
const OWN =
  /^(?:当社|弊社|自社|社内|会社|当会|会社側|企業側|当社側|弊社側|事務局|[甲乙丙丁戊己庚辛壬癸A-Z]社(?:側)?|(?:the |our )?(?:company|management|host|secretariat))$/iu;

/** Whether a heading is a word for the company itself, or the letter that stands for its name. */
export function isOwnName(name: string): boolean {
  return OWN.test(name);
}

/** The name of a company or the word for it that a list of people is headed by, set off by marks: `＜甲社＞`, `[Company]`. */
export function companyHeading(text: string): string | null {
  const plain = text.trim().replace(/[:：]$/u, '');
  const name = withoutMarks(plain);
  if (isOwnName(plain)) return plain;
  if (name === plain || name.length > 40 || /[（(、,]/u.test(name)) return null;
  return isOwnName(name) || LEGAL_FORM.test(name) || /[^\s]社$/u.test(name) ? name : null;
}

/** A company's name by its legal form. */
export const LEGAL_FORM =
  /\b(inc|corp|corporation|ltd|llc|plc|se|ag|gmbh|k\.?k|holdings|group|company)\b\.?|株式会社|ホールディングス|グループ$/iu;

/** Without the marks that set a line off: `＜乙社出席者＞`, `■有識者`, `• Experts`. */
export function withoutMarks(text: string): string {
  return text
    .replace(/^[•・●■◆▪‣○◎□◇▼]\s*/u, '')
    .replace(/^[<＜〈【［[](.{1,40})[>＞〉】］\]]$/u, '$1')
    .trim();
}

/** The group that a line begins; null for any other line. */
export function groupOf(text: string): Group | null {
  const whole = withoutMarks(text);
  // Most lines are too long to be the top of a list, and have no colon so near.
  if (whole.length > 60 && !/[:：]/u.test(whole.slice(0, 41))) return null;
  const colon = /^([^:：]{1,40})[:：]\s*(.*)$/u.exec(whole.slice(0, 400));
  const name = (colon?.[1] ?? whole).trim();
  if (name.length > 60) return null;
  const rest = colon?.[2] ?? '';
  if (OUTSIDE.test(name)) return { side: 'external', rest };
  if (INSIDE.test(name)) return { side: 'internal', rest };
  return null;
}

/** `Participants`, `出席者一覧`: the top of a list that says nothing of sides. */
export function isListOfAnybody(text: string): boolean {
  return ANYBODY.test(withoutMarks(text));
}

/** A group and whoever stands behind a wide blank on its line: `有識者　早瀬 みちる氏`. Null for any other line. */
export function groupBeside(text: string): Group | null {
  const [, top = '', rest = ''] = /^(\S{2,12})[\u3000\t]+(.+)$/u.exec(withoutMarks(text).slice(0, 400)) ?? [];
  const group = top === '' ? null : groupOf(top);
  return group && { side: group.side, rest };
}

/** Who stands behind the top of a list on its line: `出席者：早瀬氏、内田氏`. Null for any other line. */
export function listOfAnybody(text: string): string | null {
  const whole = withoutMarks(text);
  if (isListOfAnybody(whole)) return '';
  const [, top = '', rest = ''] = /^(\S{2,12})(?:[:：]|[\u3000\t])\s*(.+)$/u.exec(whole.slice(0, 400)) ?? [];
  return isListOfAnybody(top) ? rest : null;
}

/** `みのり食品出席者`, `Harbour Foods attendees`: the company whose people a heading says that follow; null for others. */
export function companyOfList(text: string): string | null {
  const whole = withoutMarks(text).replace(/[:：]$/u, '');
  return (
    /^([^\s。、]{2,30}?)(?:の|側|からの)?(?:出席者|参加者|登壇者|メンバー|関係者)(?:一覧)?$/u.exec(
      whole,
    )?.[1] ?? null
  );
}
