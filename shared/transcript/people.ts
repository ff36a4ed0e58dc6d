import type { Voice } from '../model/dialogue.ts';
import type { PersonKind } from '../model/person.ts';
import type { Caption } from './captions.ts';
import { isOwnName, type Side } from './groups.ts';
import type { ReadBlock, ReadOptions, ReadParticipant, ReadWarning } from './result.ts';

/** A person as the text names them, before it is told where they stand. */
export interface Named {
  readonly name: string;
  readonly label: string;
  readonly title: string;
  readonly organisation: string;
  readonly side?: Side;
  readonly reading?: string;
}

/** Those whom labels name, each with their caption's facts where there is one, then those who only have a caption. */
export function namedPeople(
  labels: readonly string[],
  captions: readonly Caption[],
  captionOf: (label: string) => Caption | null,
): Named[] {
  const used = new Set<Caption>();
  const places = new Map<string, number>();
  const people: Named[] = labels.map((label) => {
    const caption = captionOf(label);
    if (!caption || used.has(caption)) return { name: label, label, title: '', organisation: '' };
    used.add(caption);
    return { name: caption.name, label, title: caption.title, organisation: caption.organisation };
  });
  const taken = new Set(labels);
  for (const [index, { name }] of people.entries()) places.set(name, index);
  for (const caption of captions) {
    if (used.has(caption)) continue;
    const twice = places.get(caption.name);
    const before = twice === undefined ? undefined : people[twice];
    if (twice !== undefined && before) {
      // Presented twice, e.g. in the list and beside a photograph: what the first lacks, the second gives.
      const title = before.title || caption.title;
      people[twice] = { ...before, title, organisation: before.organisation || caption.organisation };
      continue;
    }
    const free = [caption.labels[0], caption.name].find((label) => label !== undefined && !taken.has(label));
    if (free === undefined) continue;
    taken.add(free);
    places.set(caption.name, people.length);
    people.push({
      name: caption.name,
      label: free,
      title: caption.title,
      organisation: caption.organisation,
    });
  }
  return people;
}

/**
 * Tells who belongs to the company: by the names it is known under, else by which of the organisations the text itself
 * is about. In doubt a person counts as external, and a warning says that it was a guess.
 */
export function placePeople(
  people: readonly Named[],
  blocks: readonly ReadBlock[],
  title: string | null,
  options: ReadOptions,
): { participants: ReadParticipant[]; warnings: ReadWarning[] } {
  const told = (options.company ?? []).map(core).filter((name) => name !== '');
  const host = told.length > 0 ? null : hostOf(people, blocks, title);
  const names = host === null ? told : [core(host)];
  const participants = people.map(({ side, ...person }): ReadParticipant => {
    const own = isInternal(person, names);
    // What somebody told of the company counts more than the page's list, and the list more than a guess.
    const known = told.length > 0 && own && person.organisation !== '';
    const external = side === undefined || known ? !own : side === 'external';
    const kind = kindOf(person, external);
    return { ...person, external, kind, voice: voiceOf(kind, external) };
  });
  const warnings: ReadWarning[] = [];
  const listed = people.length > 0 && people.every(({ side }) => side !== undefined);
  if (people.length > 0 && told.length === 0 && !listed)
    warnings.push(
      host === null
        ? { code: 'company-unknown', params: {} }
        : { code: 'company-guessed', params: { company: host } },
    );
  return { participants, warnings };
}

function isInternal({ name, title, organisation }: Named, names: readonly string[]): boolean {
  if (isOwnName(name) || isOwnName(organisation)) return true;
  // A post in a division of no organisation that is named: the company's own.
  if (organisation === '' && names.some((name) => name.length > 2 && core(title).includes(name))) return true;
  if (organisation === '') return /\b(division|department)\b|[部課室](長|$|\s)|取締役|執行役員/iu.test(title);
  const bare = core(organisation);
  return names.some((name) => bare === name || startsAsWord(bare, name) || startsAsWord(name, bare));
}

function startsAsWord(text: string, start: string): boolean {
  if (!text.startsWith(start)) return false;
  const next = text.charAt(start.length);
  return next === '' || !/[a-z0-9]/.test(next);
}

/** An organisation's name without its legal form, lower case. */
function core(organisation: string): string {
  return organisation
    .normalize('NFKC')
    .toLowerCase()
    .replace(/株式会社|\(株\)|㈱|有限会社|合同会社/gu, '')
    .replace(
      /\b(co\.,? ?ltd|inc|corp|corporation|limited|ltd|llc|plc|se|ag|gmbh|k\.k|kk|holdings|group)\b\.?/gu,
      '',
    )
    .replace(/(グループ|ホールディングス)$/u, '')
    .replace(/[,.]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The organisation, as printed, that several people share, or that the words outside the turns speak of. Null in doubt. */
function hostOf(people: readonly Named[], blocks: readonly ReadBlock[], title: string | null): string | null {
  const words = [title ?? '', ...blocks.filter(({ kind }) => kind === 'narration').map(({ text }) => text)]
    .join('\n')
    .slice(0, 20_000)
    .normalize('NFKC')
    .toLowerCase();
  const scores = new Map<string, number>();
  for (const { organisation } of people) {
    const name = core(organisation);
    if (name.length >= 2) scores.set(name, (scores.get(name) ?? 0) + 2);
  }
  // A host is among the first; hundreds of organisations are no dialogue's.
  for (const [name, score] of [...scores].slice(0, 200)) {
    const mentions = Math.min(4, words.split(name).length - 1);
    scores.set(name, score - 2 + mentions);
  }
  const [first, second] = [...scores].sort(([, a], [, b]) => b - a);
  if (!first || first[1] < 1 || first[1] === second?.[1]) return null;
  return people.find(({ organisation }) => core(organisation) === first[0])?.organisation ?? null;
}

const EXTERNAL_KINDS: readonly (readonly [PersonKind, RegExp])[] = [
  ['legal-expert', /\b(law|legal|attorney|lawyer|barrister|solicitors?|counsel)\b|法律|弁護士|法務/iu],
  [
    'international-organisation',
    /\b(ILO|UN|UNDP|UNICEF|UNHCR|OECD|IOM|OHCHR|UNEP|WHO|World Bank|United Nations|International Labou?r)\b|国連|国際労働機関|国際機関/u,
  ],
  ['union', /\b(trade union|unions?|workers)\b|労働組合|労組|連合$/iu],
  ['academic', /\b(university|college|professor|lecturer|academic|school)\b|大学|教授|学部/iu],
  [
    'community',
    /\b(community|residents?|village|indigenous|neighbou?rhood|farmers?)\b|住民|地域|自治会|町内会/iu,
  ],
  [
    'ngo',
    /\b(NPO|NGO|foundation|network|forum|association|society|watch|rights|responsibility|alliance|coalition|initiative|civil|trust|council)\b|特定非営利|財団|協会|市民|ネットワーク|フォーラム|NPO法人/iu,
  ],
  ['supplier', /\b(supplier|manufacturing|factory)\b|サプライヤー|製作所|工業|協力会社/iu],
  ['consultant', /\b(consult\w*|advisory|auditors?|audit|accounting|LLC|LLP)\b|コンサル|監査法人|総研/iu],
];

function kindOf({ title, organisation }: Named, external: boolean): PersonKind {
  if (external) {
    // What the organisation is tells more than what the post is called: a professor of law is an academic.
    const found = [organisation, title].flatMap((words) =>
      EXTERNAL_KINDS.filter(([, pattern]) => pattern.test(words)),
    );
    return found[0]?.[0] ?? 'other';
  }
  if (
    /\b(vice president|president|chief|director|ceo|cfo|coo|chro|csco|cso|officer|board)\b|役員|取締役|社長|会長/iu.test(
      title,
    )
  )
    return 'officer';
  if (/\b(manager|head|leader)\b|部長|課長|室長|所長|マネージャー|マネジャー|リーダー/iu.test(title))
    return 'manager';
  return 'employee';
}

function voiceOf(kind: PersonKind, external: boolean): Voice {
  if (!external) return 'company';
  if (kind === 'union' || kind === 'community' || kind === 'customer') return 'representative';
  return 'expert';
}
