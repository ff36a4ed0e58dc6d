import type { Translate } from '#shared/i18n/index.ts';
import type { LocalText } from '#shared/model/basics.ts';
import type { Entry } from '#shared/model/entry.ts';
import type { TimelineItem } from '#shared/register/timeline.ts';
import { checklists } from '#shared/statement/checklists.ts';
import { links } from '../../ui/links.ts';
import { instrumentOf, type Timeline } from './use-timeline.ts';

/** What is needed to say what an item is. */
export interface Words {
  readonly t: Translate;
  readonly local: (text: LocalText | undefined) => string;
}

/** What kind of thing an item of a timeline is, what it says, and where it stands; null = nowhere of its own. */
export function itemWords(
  item: TimelineItem,
  timeline: Pick<Timeline, 'nameOf' | 'own'>,
  { t, local }: Words,
): { readonly kind: string; readonly text: string; readonly to: string | null } {
  const { nameOf } = timeline;
  switch (item.table) {
    case 'entries':
      return {
        kind: [t(`entryKind.${item.row.kind}`), entryOf(item.row, timeline, local)]
          .filter(Boolean)
          .join(' · '),
        text: entryText(item.row, timeline, { t, local }),
        to: links.entry(item.row),
      };
    case 'figures':
      return {
        kind: t('register.item.figures', { count: item.count }),
        text: local(nameOf('indicators', item.row.indicatorId)),
        to:
          item.count === 1
            ? links.figures({ figure: item.row.id })
            : links.figures({ indicator: item.row.indicatorId }),
      };
    case 'commitments':
      return { kind: t('register.item.commitments'), text: item.row.text, to: links.commitment(item.row.id) };
    case 'answers':
      return {
        kind: t('register.item.answers', { count: item.count }),
        text: checklistName(item.row.checklist, local),
        to: links.statements({
          checklist: item.row.checklist,
          year: item.row.fiscalYear,
          of: item.row.of,
        }),
      };
    case 'decisions': {
      const { roundId, subject } = item.row;
      return {
        kind: t('register.item.decisions'),
        text: local(nameOf(subject.kind === 'issue' ? 'issues' : 'themes', subject.id)),
        to: links.decision(roundId, subject),
      };
    }
    case 'indicators':
      return {
        kind: t('register.item.indicators'),
        text: local(item.row.name),
        to: links.figures({ indicator: item.row.id }),
      };
    case 'arrangements':
      return {
        kind: t(`arrangementKind.${item.row.kind}`),
        text: local(item.row.name),
        to: links.registered('arrangements', item.row.id),
      };
    case 'organisations':
      return {
        kind: t(`organisationKind.${item.row.kind}`),
        text: local(item.row.name),
        to: links.registered('organisations', item.row.id),
      };
    case 'instruments':
      return {
        kind: t(`instrumentKind.${item.row.kind}`),
        text: local(item.row.name) || item.row.code,
        to: links.registered('instruments', item.row.id),
      };
    case 'sources':
      return {
        kind: t(`sourceKind.${item.row.kind}`),
        text: local(item.row.title),
        to: links.registered('sources', item.row.id),
      };
    case 'persons':
      return { kind: t('register.item.persons'), text: local(item.row.name), to: links.person(item.row.id) };
    case 'issues':
      return { kind: t('register.item.issues'), text: local(item.row.name), to: links.issue(item.row.id) };
  }
}

/** What a checklist is called; one that this version does not know is named by its id. */
function checklistName(id: string, local: Words['local']): string {
  return local(checklists().find((one) => one.id === id)?.name) || id;
}

/** What an entry is of, where that is not what the timeline is of anyway; empty = nothing more is to be said. */
export function entryOf(
  entry: Entry,
  { nameOf, own }: Pick<Timeline, 'nameOf' | 'own'>,
  local: Words['local'],
): string {
  const { arrangementId, text } = entry;
  const instrumentId = instrumentOf(entry);
  if (text === '' || own.has(arrangementId ?? '') || own.has(instrumentId ?? '')) return '';
  return local(nameOf('arrangements', arrangementId)) || local(nameOf('instruments', instrumentId));
}

/** What an entry says; one without words is named by what it belongs to. */
export function entryText(
  { text, arrangementId, of, kind }: Entry,
  { nameOf }: Pick<Timeline, 'nameOf'>,
  { t, local }: Words,
): string {
  return (
    text ||
    local(nameOf('arrangements', arrangementId)) ||
    local(nameOf('organisations', of)) ||
    t(`entryKind.${kind}`)
  );
}
