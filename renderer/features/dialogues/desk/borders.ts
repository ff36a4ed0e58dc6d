import type { TurnRange } from '#shared/anchor/text-range.ts';
import { stepSelection } from '#shared/anchor/units.ts';
import { type BorderStep, type DeskState, type DeskText, exactRange, turnOf } from './state.ts';

/** The borders that are moved at other ends. Ends that would pass each other, or hold blank space alone, stay. */
export function withBorders(state: DeskState, range: TurnRange): DeskState {
  const exact = range.start < range.end ? exactRange(state.text, range) : null;
  return exact && state.borders ? { ...state, borders: { ...state.borders, range: exact } } : state;
}

/** One end a word further. */
export function stepBorder(state: DeskState, step: BorderStep): DeskState {
  const { borders, text } = state;
  const turn = turnOf(text, borders?.range.turnId ?? null);
  const next = turn && borders && stepSelection(turn.text, text.language, borders.range, step);
  return next ? withBorders(state, { turnId: turn.id, ...next }) : state;
}

/** The borders in another text; none where the turn says something else there. */
export function bordersIn(text: DeskText, { borders, text: before }: DeskState): DeskState['borders'] {
  const turnId = borders?.range.turnId ?? null;
  const turn = turnOf(text, turnId);
  return turn && turn.text === turnOf(before, turnId)?.text ? borders : null;
}
