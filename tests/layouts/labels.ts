/** How the labels of a generated text call people. */
import type { Person } from './people.ts';
import type { Plan } from './plan.ts';
import { styleOf } from './styles.ts';

/** The label of a turn, as the form of the text has it. */
export function labelOf(plan: Plan, index: number, person: Person, isFirst: boolean): string {
  const style = styleOf(plan.style);
  if (style.interview === 'lettered') return index === 0 ? 'Q' : 'A';
  const { short, courtesy, post, organisation } = person;
  const japanese = person.language === 'ja' || person.language === 'zh';
  const full =
    japanese && plan.form !== 'courtesy-full'
      ? person.full.replace(' ', index % 2 === 0 ? '' : ' ')
      : person.full;
  if (plan.style === 'hearing') {
    if (!person.isNamed) return 'The CHAIRMAN';
    const before = courtesy === '' ? 'Ms.' : courtesy.endsWith('.') ? courtesy : `${courtesy}.`;
    return `${before} ${short.toUpperCase()}`;
  }
  if (plan.style === 'minutes') {
    if (!person.isNamed) return short;
    const member = index === 0 ? '座長' : '委員';
    return plan.traps ? `${short}${member}` : `${member}（${person.full.replace(' ', '')}君）`;
  }
  if (!person.isNamed) return short;
  const withCourtesy = (name: string) =>
    courtesy === '' ? name : japanese ? `${name}${courtesy}` : `${courtesy} ${name}`;
  const round = (name: string) => (japanese ? `${name}（${organisation}）` : `${name} (${organisation})`);
  switch (plan.form) {
    case 'full':
      return full;
    case 'full-then-short':
      return isFirst ? full : short;
    case 'courtesy-short':
      return withCourtesy(short);
    case 'courtesy-full':
      return withCourtesy(full);
    case 'post':
      // Only the company's people go by their post.
      return japanese && index % 2 === 0 ? `${short}${post}` : short;
    case 'organisation-round':
      return round(full);
    case 'organisation-comma':
      return japanese ? `${full}、${organisation}` : `${full}, ${organisation}`;
    case 'organisation-before':
      return japanese ? `${organisation} ${short}` : `${organisation} ${full}`;
    case 'round-then-short':
      return isFirst ? round(withCourtesy(full)) : short;
    case 'comma-then-short':
      return isFirst ? `${full}${japanese ? '、' : ', '}${organisation}` : short;
    default:
      return short;
  }
}
