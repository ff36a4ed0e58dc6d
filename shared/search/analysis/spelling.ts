/**
 * One spelling for what Britain and America write differently, so that `labour` finds `labor` and `organization` finds
 * `organisation`. Only ever used to compare words with each other, so it need not yield a word: where a rule reaches
 * too far (`size` → `sise`), it does so in text and question alike.
 */
export function oneSpelling(word: string): string {
  if (word.length < 4) return word;
  const known = WORDS.get(word);
  if (known !== undefined) return known;
  let spelt = word;
  for (const [pattern, replacement] of RULES) spelt = spelt.replace(pattern, replacement);
  return spelt;
}

const RULES: readonly (readonly [RegExp, string])[] = [
  // labour, honoured, behavioural, neighbourhood; not hour or tour.
  [
    /(?<=[aeiouy][a-z]*)our(?=(?:s|ed|er|ers|ing|ings|ful|able|ably|al|ally|ist|ists|less|hood|hoods|ite|ites|y|ly)?$)/,
    'or',
  ],
  // organize, organization, organizer.
  [/(?<=[a-z]{2})iz(?=(?:e|es|ed|er|ers|ing|able|ation|ations|ational)$)/, 'is'],
  [/(?<=al)yz(?=(?:e|es|ed|er|ers|ing)$)/, 'ys'],
  // centre, fibre, metres.
  [/(?<=[a-z][bt])re(?=[sd]?$)/, 'er'],
  // dialogue, catalogued.
  [/(?<=[a-z]{2}[ao]l?og)ue(?=[sd]?$)/, ''],
  [/(?<=[a-z]{3}l)l(?=(?:ed|ing|er|ers|or|ors)$)/, ''],
  // judgement, acknowledgement.
  [/(?<=dg)e(?=ments?$)/, ''],
  [/^(p)ae(?=d)|^(an)ae(?=[ms])|^(f)oe(?=t)/, '$1$2$3e'],
];

/** What follows no rule, America's spelling first; with their plurals. */
const WORDS: ReadonlyMap<string, string> = new Map(
  `defense defence|offense offence|license licence|pretense pretence|program programme|check cheque|gray grey|tire tyre
  aging ageing|enrollment enrolment|fulfill fulfil|fulfillment fulfilment|installment instalment|practice practise
  skeptical sceptical|skepticism scepticism|mold mould|plow plough|aluminum aluminium|artifact artefact|sulfur sulphur
  jewelry jewellery|maneuver manoeuvre|skillful skilful|willful wilful|while whilst|among amongst|percent per-cent
  learned learnt|pajamas pyjamas|curb kerb|story storey|draft draught|specialty speciality|toward towards`
    .split(/\s*[|\n]\s*/)
    .flatMap((pair) => {
      const [america = '', britain = ''] = pair.split(' ');
      return [
        [britain, america],
        [`${britain}s`, `${america}s`],
      ] as const;
    }),
);

/** What words begin with that are known by a spelling with another beginning: the k of kerb, which is curb. */
export const OTHER_BEGINNINGS: ReadonlySet<number> = new Set(
  [...WORDS].flatMap(([word, spelt]) => (word[0] === spelt[0] ? [] : [word.charCodeAt(0)])),
);
