/** English nouns that reports put before a colon, and those of them that people are called by. */
import { isFieldWord } from './field-words.ts';

/** Nouns and abstract words of English by their endings: no surname of some length ends so, or hardly any. */
const NOUN_ENDING =
  /(?:tion|tions|sion|sions|ment|ments|ness|ity|ities|ship|ships|ism|isms|ance|ances|ence|ences|ology|graphy|ures?|ings|ages|ables?|ibles?|ives|ical|ously|fully|ively|ally|ings|ories|eries|ives|ages|hood|labou?r|work|workers?|wages|hours|fees|costs|rights|works|risks|groups|plans|data|chains?|policy|policies|health|safety)$/iu;
const PLAIN_NOUNS = new Set(
  (
    'rights right risk risks chain chains hall sure great ok okay yeah yep nope alright cool fine true false correct agreed perfect nice wow hmm um uh mm sorry interesting wonderful excellent ' +
    'fees wages hours housing health safety water food land labour labor work worker workers women men children child migrants migrant ' +
    'union unions factory factories supplier suppliers company companies audit audits contract contracts law laws tax taxes bribery privacy ' +
    'data internet technology forest forests climate energy waste air noise soil crops farm farms mine mines mining fishing fish cotton palm oil ' +
    'sugar cocoa coffee tea rice gold tin cobalt lithium nickel steel textile textiles garment garments electronics retail finance logistics ' +
    'transport construction tourism healthcare education school schools training remedy grievance grievances hotline whistleblowing complaint ' +
    'complaints recruitment recruiters broker brokers agency agencies government governments state states police military media press public ' +
    'community communities people peoples society village villages city cities town farmers residents consumers customers shareholders investors ' +
    'gender race religion age disability race sex minority minorities youth elderly family families freedom equality discrimination harassment violence ' +
    'slavery trafficking debt bondage passport passports dormitory dormitories overtime leave pay salary salaries minimum living income poverty ' +
    'evidence report reports reporting disclosure transparency accountability governance compliance ethics culture leadership strategy ' +
    'plan plans process procedure procedures system systems tool tools model framework standard standards code guideline guidelines guidance ' +
    'principle principles commitment due diligence assessment monitoring tracking engagement dialogue consultation meeting meetings workshop ' +
    'results result benefit benefits problem problems solution solutions idea ideas view views voice voices concern concerns need needs ' +
    'today yesterday tomorrow morning afternoon evening monday tuesday wednesday thursday friday saturday sunday january february march april june july ' +
    'august september october november december spring summer autumn winter one two three four five six seven eight nine ten ' +
    'red green yellow blue black white total average revenue profit sales headcount staff office offices plant plants site sites headquarters ' +
    'applause laughter silence pause inaudible crosstalk music video audio recording transcript translation english japanese chinese spanish french german ' +
    'korean vietnamese thai arabic russian portuguese indonesian burmese nepali hindi bengali tagalog product products service services quality delivery ' +
    'price prices market markets competition trade export import customs war conflict peace security terrorism crime corruption fraud justice court courts ' +
    'access land water sanitation nutrition shelter emissions biodiversity pollution chemicals pesticides plastics packaging animals welfare ' +
    'equipment machinery fire building buildings accident accidents injury injuries illness disease covid pandemic mental stress suicide ' +
    'purpose vision mission value values goal objective outline content contents chair presenter source option options '
  )
    .trim()
    .split(/ +/u),
);
/** Short forms of words, and of no name. */
export const ACRONYMS =
  /^(?:KPIs?|ESG|CSR|FAQS?|PDF|URL|API|SDGS?|CO2|GHG|DX|IT|AI|ICT|HR|R&D|PR|IR|QA|NG|OK|TBD|TBC|NA|ID|FY\d*|Q[1-4]|UNGPS?|LGBTQ?\+?|DEI?|D&I|SNS|GDP|HRDD|DD|PPE|OHS|EHS|HSE|SOP|ISO\d*|CEO|CFO|COO|CHRO|CSO|CTO|ASAP|RE|FW|FYI|NB|PS|EU|US|UK|UN|VAT|COVID)$/u;

/** Nouns, or what ends as nouns do, that many people are called by. */
export function isNounAmongNames(word: string): boolean {
  return GIVEN_NOUNS.test(word) || FAMILY_NOUNS.test(word) || /^(?:Mc|Mac|O')\p{Lu}/u.test(word);
}
/** Given names that are nouns, or end as they do. */
export const GIVEN_NOUNS =
  /^(?:constance|florence|laurence|prudence|clemence|patience|clement|kliment|conception|assumption|venance|abondance|auxence|trinity|felicity|charity|verity|unity|serenity|june|april|may|august|autumn|summer|winter|mark|faith|grace|joy|forest|ruby|amber|jade|ocean|river|dean|justice|royal|christian|sebastian|wren|terr?ence|torr?[ae]nce|clémence|armance|garance|émérance|hortense|florance|laurance|clemance|aimable|nine|said)$/iu;
const FAMILY_NOUNS =
  /^(?:white|green|black|brown|red|price|prices|rice|hall|fish|law|laws|winter|winters|summer|summers|spring|may|march|english|french|german|forest|fields?|farmer|fisher|miners?|garment|steel|gold|tin|water|waters|land|power|wood|woods|church|house|day|week|war|pope|young|youth|child|state|court|press|city|town|village|cotton|sands?|hill|clement|klement|kliment|pession|laurence|florence|lawrence|torrence|terrence|spence|vance|chance|trance|france|nance|cummings|jennings|hastings|billings|rawlings|hollings|giddings|rollings|mullings|ives|pages?|savage|heritage|armitage)$/iu;
/** What an English phrase, and hardly a name, begins with. */
export const ADJECTIVE =
  /^(?:\p{L}{3,}(?:ous|ful|less|ible)|\p{L}{4,}(?:ional|ental|ical|ative|itive|able)|global|social|legal|local|regional|national|corporate|internal|external|annual|general|main|key|new|next|other|overall|current|recent|future|past|major|minor|potential|actual|negative|positive|public|private|digital|forced|child|supply|human|living|working|fair|responsible|indirect|direct)$/iu;

/** Whether a word is an English noun, by a list or by its ending. */
export function isPlainNoun(word: string): boolean {
  const low = word.toLowerCase();
  return PLAIN_NOUNS.has(low) || isFieldWord(low) || (low.length > 6 && NOUN_ENDING.test(low));
}
