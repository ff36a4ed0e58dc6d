import { useMemo } from 'react';
import { TurnEditor } from '../correct/turn-editor.tsx';
import { type DeskState, turnOf } from './state.ts';
import type { TurnListProps } from './turn-list.tsx';
import type { Desk } from './use-machine.ts';

/** The editor of the turn that is corrected; the same element while it is, so that nothing else draws it anew. */
export function useEditor({ send }: Desk, { editing, text }: DeskState): TurnListProps['editor'] {
  return useMemo(() => {
    const turn = turnOf(text, editing?.turnId ?? null);
    if (!editing || !turn) return null;
    const number = (text.indexOf.get(turn.id) ?? 0) + 1;
    const onDone = (turnId: string) => send({ type: 'edit-done', turnId });
    return {
      turnId: turn.id,
      view: <TurnEditor turn={turn} number={number} at={editing.at} onDone={onDone} />,
    };
  }, [editing, text, send]);
}
