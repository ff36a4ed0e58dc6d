/** Speakers without a name: numbered ones, and sides that speak as one. */
import { part, pattern } from '../pattern.ts';

/** `Speaker 1`, `SPEAKER_00`, `Спикер №2`, `話者A`, `P3`, `Unknown speaker`, `Q`. */
const NUMBER = part`(?:[ _#№.-]| no\.? ?| № ?)*(?:\d{1,4}|[A-Z]|[IVX]{1,4}|[一二三四五六七八九十]|[①-⑳])`;
const NUMBERED = part`speaker|spk|participant|respondent|interviewee|interviewer|informant|researcher|moderator|facilitator|host|guest|expert|panell?ist|person|voice|attendee|member|student|teacher|worker|employee|resident|witness|officer|official|caller|operator|man|woman|male|female|user|customer|audience(?: member)?|questioner|analyst|reporter|manager|supplier|union rep(?:resentative)?|rep(?:resentative)?|sprecher(?:in)?|teilnehmer(?:in)?|interviewte[rn]?|befragte[rn]?|intervenant|locuteur|participante?|hablante|orador(?:a)?|entrevistad[oa]r?a?|falante|locutore?|relatore|spreker|talare|mówca|спикер|участник|собеседник|ведущ(?:ий|ая)|эксперт|говорящий|话者|說話者|发言人|發言人|화자|참석자|발화자|참가자`;
const NUMBERED_JA = part`話者|発言者|発話者|参加者|有識者|専門家|委員|質問者|回答者|司会者?|進行|対象者|協力者|聞き手|語り手|調査者|調査協力者|研究者|社員|従業員|役員|出席者|男性|女性|住民|労働者|学生|学識者|会社|当社|甲社|乙社|丙社|弊社|企業|担当者?|事務局|スピーカー|ゲスト|パネリスト|インタビュアー|インタビュイー|ユーザー?|メンバー|講師|記者|観客|会場|組合員?`;
/** The whole label of such a speaker. */
export const SPEAKER_NUMBER = pattern(
  part`^(?:(?:${NUMBERED})${NUMBER}|(?:${NUMBERED_JA})(?: ?[A-Za-z]| ?${NUMBER})?(?:さん|氏|様)?|(?:unknown|unidentified|other|multiple|all|several|another|male|female|unnamed)(?: (?:male|female))? (?:speakers?|participants?|voices?|persons?|man|woman)|[PRSIMFQABTEG]\d{0,3}|int|unknown|[A-Z]さん|[A-Z]氏|[A-Z]社)$`,
  'iu',
);
/** The word alone. */
export const NUMBERED_ALONE = pattern(part`^(?:${NUMBERED})s?$`, 'iu');

/** `Workers` are several, and no worker S. */
const PLURAL = pattern(part`^(?:${NUMBERED})s$`, 'iu');

/** Whether a label is a speaker's who has a number or a letter in place of a name. */
export function isSpeakerNumber(label: string): boolean {
  return SPEAKER_NUMBER.test(label) && !/^[a-z]\d{0,3}$/u.test(label) && !PLURAL.test(label);
}

/** What a company calls itself and its own in a published dialogue; what transcripts call several at once. */
export function isOwnSide(label: string): boolean {
  return /^(?:当社|弊社|自社|本会|当会|当行|当団体|会社側|先方|[甲乙丙丁A-Z]社(?:側)?|一同|全員|会場|事務局(?:側)?|問|答|(?:the )?(?:company|management|all|everyone|audience|floor|secretariat|staff|interpreter|translator|narrator|clerk|court|both|chair|host|presenter|interviewer|respondent|reporter|witness|bot|assistant|user|ведущий|ведущая|модератор|moderador[a]?|moderatore|moderatrice|modérateur|animateur|animatrice|présidente?|presidente|vorsitzende[rn]?|voorzitter|président|moderatorin|entrevistador[a]?|intervieweur|interviewerin|사회자|진행자|위원장|의장|主持人|主席|主持|嘉宾))$/iu.test(
    label,
  );
}
