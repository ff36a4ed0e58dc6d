import type { Translate } from '#shared/i18n/index.ts';
import type { Participant } from '#shared/model/dialogue.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Turn } from '#shared/model/turn.ts';

/** Who speaks in a turn and as what, for whoever hears the text instead of seeing it. */
export function speakerInWords(
  { kind }: Pick<Turn, 'kind'>,
  participant: Pick<Participant, 'name' | 'title' | 'organisation'> | null,
  t: Translate,
): string {
  if (kind === 'narration') return t('desk.narration');
  if (!participant) return t('common.unknownSpeaker');
  const { name, title, organisation } = participant;
  return [name, title, organisation].filter(Boolean).join(t('attribution.separator'));
}

/** The id of a turn's element, by which the text names the active one. */
export function turnElementId(turnId: IdOf<'turns'>): string {
  return `turn-${turnId}`;
}
