import { foldWholeName } from '../../fold/fold.ts';

/** What says that a name is a company's, folded: before, behind or in the middle of it. */
const FORMS = [
  /株式会社|有限会社|合同会社|合資会社|合名会社|\(株\)|\(有\)|\(合\)|股份有限公司|有限公司/gu,
  /\b(?:co(?:mpany)?|corp(?:oration)?|inc(?:orporated)?|l(?:imite)?td|limited|llc|llp|plc|gmbh|ag|s\.?a|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|a\.?b|o\.?y|k\.?k|kabushiki kaisha|pte|pty|sdn|bhd|tbk|pt|jsc|private|pvt)\b\.?/gu,
];
const SIGNS = /[\p{P}\p{S}\s]+/gu;

/**
 * What a name is compared by: width, case, kana, blanks and signs aside, and without what says that it is a company's, so
 * that “ABC Co., Ltd.” and “株式会社ＡＢＣ” are alike.
 */
export function bareNameKey(name: string): string {
  const folded = foldWholeName(name);
  const bare = FORMS.reduce((text, form) => text.replaceAll(form, ' '), folded).replaceAll(SIGNS, '');
  // A name that is nothing but such words is its own.
  return bare === '' ? folded.replaceAll(SIGNS, '') : bare;
}
