import type { Turn } from '#shared/model/turn.ts';
import type { DeskText } from '../../../renderer/features/dialogues/desk/state.ts';

/** A dialogue with these turns, called `t1`, `t2` and so on unless they are named. */
export function textOf(
  texts: readonly string[],
  names = texts.map((_text, index) => `t${index + 1}`),
): DeskText {
  const turns = texts.map(
    (text, order): Turn => ({
      id: names[order] ?? '',
      dialogueId: 'd',
      order,
      kind: 'speech',
      participantId: null,
      text,
      heading: null,
      start: null,
      end: null,
      cues: [],
    }),
  );
  return { turns, indexOf: new Map(turns.map(({ id }, index) => [id, index])), language: 'en' };
}
