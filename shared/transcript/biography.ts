/** What is told of somebody's life beside their name: nobody says it in the dialogue. */
const JAPANESE =
  /卒業?(?=[。後、]|し)|修了|生まれ|入社|入所|入省|就任|着任|歴任|を経て|弁護士登録|現職|専門(?:は|と|分野)|現在[、,は]|を務め|に従事|著書/gu;
const ENGLISH =
  /\b(?:born in|graduated|studied|ph\.?d|joined|served|worked (?:for|at|as)|author of|currently|specialis\w+|specializ\w+|holds an?|degree|career|(?:is|was) (?:an? |the )?(?:professor|founder|member|director|researcher))\b|(?:^|[.] )Now /giu;

/** Whether a paragraph tells of somebody's life. */
export function isBiography(text: string): boolean {
  const found = text.match(JAPANESE)?.length ?? text.match(ENGLISH)?.length ?? 0;
  return found >= 2 || /卒。|年生まれ/u.test(text);
}
