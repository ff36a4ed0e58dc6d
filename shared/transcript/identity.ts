/** Who is who among the labels of a text: `議長（北村君）`, `北村議長` and `議長` are one person; two of one surname are two. */
import { part, pattern } from '../pattern.ts';
import { jointNames } from './joint.ts';
import { splitLabel, type Titled } from './roles.ts';
import { HAN, JAPANESE, withoutUnseen } from './scripts.ts';
import { HONOUR, latinName } from './words.ts';

export interface Identities {
  /** By label as printed: what `ReadBlock.speaker` holds, the name where the label has one. */
  readonly speakers: ReadonlyMap<string, string>;
  /** By speaker. */
  readonly titles: ReadonlyMap<string, Titled>;
  /** Speakers whose label several people answer to. */
  readonly shared: ReadonlySet<string>;
}

/** A text with more people than this is no dialogue; they are kept apart as printed. */
const MOST = 2_000;

/** @param labels as printed, in the order of the text, brackets and honorifics included */
export function identify(labels: Iterable<string>): Identities {
  const printed = [...new Set(labels)];
  const split = splitAll(printed);
  const full = printed.length > MOST ? new Map<string, string>() : fullNames([...split.values()]);
  const honours = new Map<string, Set<string>>();
  for (const [label, { name }] of split)
    honours.set(keyOf(name), (honours.get(keyOf(name)) ?? new Set()).add(honourOf(label)));
  const groups = new Map<string, string[]>();
  for (const [label, { name }] of split) {
    if (name === '') continue;
    const whole = full.get(keyOf(name));
    // Who is due another title is another of the surname: `H.E. Will Oak` and `Amb. Oak`.
    const isOther = whole !== undefined && isOtherHonour(label, honours.get(keyOf(whole)));
    const key = isOther ? `${honourOf(label)} ${keyOf(name)}` : keyOf(whole ?? name);
    groups.set(key, [...(groups.get(key) ?? []), label]);
  }
  const speakers = new Map<string, string>();
  const titles = new Map<string, Titled>();
  const shared = new Set<string>();
  for (const group of groups.values()) {
    const titled = group.map((label) => split.get(label) as Titled);
    const name = longest(titled.map((one) => one.name));
    const posts = new Set(titled.map(postOf).filter((post) => post !== ''));
    if (posts.size <= 1 || isWholeName(name)) {
      const roles = titled.map((one) => one.role).filter((one) => one !== '');
      const role = roles.find((one) => !/^(代理人?|[\d０-９]+番)$/u.test(one)) ?? roles[0] ?? '';
      const organisation = titled.find((one) => one.organisation !== '')?.organisation ?? '';
      for (const label of group) speakers.set(label, name);
      const reading = titled.find((one) => one.reading !== undefined)?.reading;
      titles.set(name, { name, role, organisation, ...(reading !== undefined && { reading }) });
      continue;
    }
    // Several people of one surname: each keeps the label that tells them apart.
    for (const label of group) {
      const one = split.get(label) as Titled;
      const post = postOf(one);
      const first = group.find((other) => postOf(split.get(other) as Titled) === post) ?? label;
      speakers.set(label, first);
      titles.set(first, one);
      if (post === '') shared.add(first);
    }
  }
  for (const [label, { name, role }] of split) {
    if (name !== '') continue;
    const holders = new Set(
      [...titles]
        .filter(([, titled]) => titled.name !== '' && titled.role.split(' ')[0] === role)
        .map(([speaker]) => speaker),
    );
    const [holder] = holders;
    if (holders.size === 1 && holder !== undefined) speakers.set(label, holder);
    else {
      speakers.set(label, label);
      titles.set(label, { name: '', role: '', organisation: '' });
    }
  }
  return { speakers, titles, shared };
}

/** `Prof. Reyes` → `prof`; empty where nothing stands before the name. */
function honourOf(label: string): string {
  return (HONOUR.exec(label)?.[0] ?? '')
    .toLowerCase()
    .replaceAll(/[\s.]/gu, '')
    .replace(/^professor$/u, 'prof')
    .replace(/^doctor$/u, 'dr')
    .replace(/^ambassador$/u, 'amb');
}

/** @param others titles before the whole name */
function isOtherHonour(label: string, others: ReadonlySet<string> | undefined): boolean {
  const own = honourOf(label);
  return own !== '' && others !== undefined && !others.has('') && !others.has(own);
}

/** Splits every label; what it cannot take apart alone, the roles of the others may: `環境部長（…）` and `松原環境部長`. */
function splitAll(labels: readonly string[]): Map<string, Titled> {
  const split = new Map(
    labels.map((label): [string, Titled] => [
      label,
      jointNames(label) ? { name: label.trim(), role: '', organisation: '' } : splitLabel(label),
    ]),
  );
  const roles = [...new Set([...split.values()].map(({ role }) => role))]
    .filter((role) => role.length > 1)
    .slice(0, 500);
  if (labels.length > MOST) return split;
  for (const [label, { name, role }] of split) {
    if (role !== '' || name !== label || name.length < 4) continue;
    const known = roles.find(
      (one) => name.endsWith(one) && name.length > one.length && name.length <= one.length + 4,
    );
    if (known) split.set(label, { name: name.slice(0, -known.length), role: known, organisation: '' });
  }
  return split;
}

function keyOf(name: string): string {
  return withoutUnseen(name).replaceAll(/\s+/gu, '').toLowerCase();
}

function postOf({ role, organisation }: Titled): string {
  return /^(代理人?|dr\.?|prof\.?|professor)$/iu.test(role) && organisation === ''
    ? ''
    : `${role} ${organisation}`.trim();
}

function longest(names: readonly string[]): string {
  return names.reduce((best, name) => (name.length > best.length ? name : best), '');
}

const FOUR = pattern(part`^[${JAPANESE}]{4,}$`, 'u');
const THREE = pattern(part`^[${HAN}]{3}$`, 'u');

/** Surname and given name: two such are one person whatever their posts. */
function isWholeName(name: string): boolean {
  return /\s/u.test(name) || FOUR.test(withoutUnseen(name));
}

/** The full name that a surname stands for, where only one person in the text has it. Keys as `keyOf`. */
function fullNames(titled: readonly Titled[]): Map<string, string> {
  const names = [...new Set(titled.map(({ name }) => name).filter((name) => name !== ''))];
  const whole = names.filter((name) => isWholeName(name) && !jointNames(name));
  const answering = new Map<string, Set<string>>();
  const add = (key: string, name: string) => {
    const people = answering.get(key) ?? new Set<string>();
    answering.set(key, people.add(keyOf(name)));
  };
  for (const name of whole) {
    const words = latinName(name);
    const key = keyOf(name);
    if (words) for (const word of new Set([words[0] ?? '', words.at(-1) ?? ''])) add(keyOf(word), name);
    else if (/\s/u.test(name)) add(keyOf(name.split(/\s/u)[0] ?? ''), name);
    else for (const length of [2, 3]) add(key.slice(0, length), name);
  }
  // What the text says it goes on to call somebody.
  for (const { name, alias } of titled) {
    if (alias === undefined || keyOf(alias) === keyOf(name)) continue;
    add(keyOf(alias), name);
    if (!whole.includes(name)) whole.push(name);
  }
  // `北村宏` is short, but the same post says that 北村 is no other.
  for (const name of names) {
    if (!THREE.test(withoutUnseen(name))) continue;
    const posts = (wanted: string) =>
      new Set(titled.filter((one) => one.name === wanted).map(({ role }) => role));
    const surname = name.slice(0, 2);
    const own = posts(name);
    if (names.includes(surname) && [...posts(surname)].some((post) => own.has(post))) {
      add(surname, name);
      whole.push(name);
    }
  }
  const full = new Map<string, string>();
  for (const name of names) {
    if (isWholeName(name)) continue;
    const people = answering.get(keyOf(name));
    const found = people?.size === 1 ? whole.find((one) => people.has(keyOf(one))) : undefined;
    if (found !== undefined) full.set(keyOf(name), found);
  }
  return full;
}
