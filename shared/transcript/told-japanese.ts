/** Japanese paragraphs that tell what somebody said or did. */
import { part, pattern } from '../pattern.ts';
import { type Callings, LONGEST_NAME, type NameAt, type Told, type WhoIsTold } from './callings.ts';
import { labelKey } from './labels.ts';
import { isRole } from './roles.ts';
import { HAN, KATAKANA } from './scripts.ts';
import { HONORIFIC } from './words.ts';

/** Who speaks for themselves. */
const OWN_VOICE_JA = /私|わたし|わたくし|僕|俺|我々|われわれ|自分|皆さん|皆様|思う|思います|思っています/u;
/** Who addresses the one of whom it tells. */
const ADDRESSES_JA =
  /おっしゃ|いらっしゃ|くださ|下さ|いただ|頂|[ごお御](?:質問|指摘|意見|説明|発言|紹介|提案|要望|報告|回答|話|尋ね|答え)|いたし|申し|伺|です/u;
const COURTESY_JA = part`氏|さん|様|先生|君|殿|[${HAN}]{0,6}(?:委員|座長|議長|会長|部長|課長|室長|社長|局長|長|教授|弁護士|理事|代表|顧問|監事|構成員|参考人)`;
/** What marks a name as the one who acts: the courtesy, brackets, then a particle. */
const ACTS_JA = pattern(
  part`^(?<courtesy>${COURTESY_JA})?(?:ら|たち|ほか|[（(][^（）()]{1,40}[)）])?(?<particle>から|より|によ[りる]|に対し|が|は|も|と(?:[^、。]{1,20}の|の)間で)(?:は|も|、)?`,
  'u',
);
/** What is said, as a noun or a verb; telling at the end of a sentence, where its verb is. */
const SPEECH_JA =
  /質問|意見|指摘|発言|説明|報告|要望|提案|回答|提言|助言|懸念|感想|質疑|述べ|言及|求め|語(?:っ|り)|尋ね|問(?:う|わ|いかけ)|答え|話し|話が|紹介|挙げ|触れ|強調|賛同|賛成|確認|挨拶|応じ|質し|評価|見解|補足|要請|言っ|示され|出され|寄せられ/u;
/** So far from the end of a sentence its verb, with the noun that goes with it, may begin. */
const VERB_JA = 16;

/** Of whom a Japanese paragraph tells; null where it may be somebody's own words. */
export function toldInJapanese(text: string, callings: Callings): Told | null {
  if (!/[。．]$/u.test(text) || /[？?！!：]/u.test(text) || OWN_VOICE_JA.test(text)) return null;
  const sentences = text.split(/(?<=[。．])/u).map((sentence) => sentence.trim().slice(0, -1));
  const [first = ''] = sentences;
  const acting = actingInJapanese(first, callings);
  if (acting === null) return null;
  const ends = sentences.map(endOf);
  if (ends.includes(null)) return null;
  const register = ends.includes('polite') ? 'polite' : 'plain';
  // Who is polite to the reader and to the person is somebody who speaks.
  return register === 'polite' && ADDRESSES_JA.test(text) ? null : { ...acting, register };
}

/** How a sentence ends that tells of the past: plainly, politely, or in a noun of what was said; null where it does not. */
function endOf(sentence: string): 'plain' | 'polite' | null {
  if (/(?:まし|でし)た$/u.test(sentence)) return 'polite';
  return /(?:た|んだ|いだ|あり|なし|との[\p{Script=Han}]{2,6}|[\p{Script=Han}]{2})$/u.test(sentence)
    ? 'plain'
    : null;
}

/** `岡野氏`, `事務局`: somebody, whether or not the text names them elsewhere. */
const COURTEOUS_JA = pattern(
  part`^[${HAN}${KATAKANA}]{1,8}?(?=(?:氏|さん|様|先生|君|殿|委員|座長|議長)(?![${HAN}]))`,
  'u',
);
const ROLE_ALONE = pattern(part`^[${HAN}${KATAKANA}]{2,8}(?=から|より|が|は|も|によ)`, 'u');

/** What joins a sentence to the one before, where no comma follows. */
const LEAD_JA =
  /^(?:続いて|続けて|次いで|次に|最後に|最初に|初めに|はじめに|まず|また|さらに|更に|ここで|その後|なお|一方で?|これに(?:対し|対して|続き|続いて)|同じく|同様に|冒頭)/u;

/** Who acts in a sentence, at its beginning or behind a comma: `…について、伊東氏から…`. */
function actingInJapanese(sentence: string, callings: Callings): WhoIsTold | null {
  const lead = LEAD_JA.exec(sentence)?.[0].length ?? 0;
  const places = [0, lead, ...[...sentence.matchAll(/、/gu)].map(({ index }) => index + 1)];
  for (const at of places) {
    const head = sentence.slice(at);
    for (const { name, isKnown, to, needsCourtesy } of japaneseNamesAt(head, callings)) {
      const { courtesy, particle = '' } = ACTS_JA.exec(head.slice(to))?.groups ?? {};
      if (particle === '') continue;
      const isFrom = /^(?:から|より|によ)/u.test(particle);
      // Far from the beginning a name is who acts only where it says so.
      if (at > 20 && !isFrom) continue;
      if (courtesy !== undefined || isRole(name)) return { name, isKnown };
      if (needsCourtesy) continue;
      if (SPEECH_JA.test(sentence.slice(-VERB_JA))) return { name, isKnown };
      if (isFrom) return { name, isKnown: false };
    }
  }
  return null;
}

/** The names that a text may begin with: of people of the text, the longest first, then anybody's. */
function* japaneseNamesAt(
  text: string,
  { names, beginnings }: Callings,
): Generator<NameAt & { needsCourtesy: boolean }> {
  for (let to = Math.min(LONGEST_NAME, text.length); to > 0; to--) {
    const name = text.slice(0, to);
    if (HONORIFIC.test(name)) continue;
    const isName = names.has(labelKey(name));
    // A beginning of a name, or one of a single kanji, is nobody's without a courtesy.
    if (isName || beginnings.has(name)) yield { name, isKnown: true, to, needsCourtesy: !isName || to < 2 };
  }
  const courteous = COURTEOUS_JA.exec(text)?.[0] ?? '';
  if (courteous !== '') yield { name: courteous, isKnown: false, to: courteous.length, needsCourtesy: true };
  const role = ROLE_ALONE.exec(text)?.[0] ?? '';
  if (isRole(role)) yield { name: role, isKnown: false, to: role.length, needsCourtesy: false };
}
