import type { CellKeyboardEvent, CellKeyDownArgs } from 'react-data-grid';
import { directionOf, isPressed, runPressed } from '../commands.ts';
import { underEdge } from '../context-menu.tsx';
import { gridCommands } from './commands.ts';
import { extended, type FillStep, fillRightSteps, fillSteps, rectangleOf } from './range.ts';
import type { SheetGridProps } from './sheet.ts';
import type { Sheet } from './use-sheet.ts';

/** What keys do in a grid, beside moving about. */
export function useKeys<Row>(
  { grid, entry, range, setRange, keyAt, isEditable, chosen }: Sheet,
  props: SheetGridProps<Row>,
): (args: CellKeyDownArgs<Row>, event: CellKeyboardEvent) => void {
  const { rows, columns, rowKey } = props;
  const fill = (steps: readonly FillStep[]) =>
    props.onFill(
      steps.flatMap(({ from, to }) => {
        const [source, target] = [keyAt(from), keyAt(to)];
        const fits = source && target && isEditable(source) && isEditable(target);
        return fits ? [{ from: source, to: target }] : [];
      }),
    );
  return (args, event) => {
    if (args.mode !== 'ACTIVE' || !args.column || args.row === undefined || !range) return;
    const cell = { row: rowKey(args.row), column: args.column.key };
    const place = { row: args.rowIdx, column: args.column.idx };
    const editable = isEditable(cell);
    const { typed, inText } = entry.of(cell);
    const waits = () => typed === null;
    /** Takes what was typed, and goes to another row. */
    const takeAndGo = (down: number) => {
      if (!entry.take(cell)) return;
      args.setActivePosition({ rowIdx: place.row + down, idx: place.column }, { shouldFocus: true });
    };
    const used = runPressed(
      ACTS,
      {
        'sheetGrid.edit': { run: () => entry.begin(cell), when: () => editable },
        'sheetGrid.take': {
          // On what cannot be typed into, Enter shows what there is to know.
          run: () => (editable ? takeAndGo(1) : props.onDetails(cell)),
        },
        'sheetGrid.takeUp': { run: () => takeAndGo(-1), when: () => editable },
        'sheetGrid.giveUp': { run: () => entry.giveUp(cell), when: () => !waits() },
        'sheetGrid.clear': { run: () => props.onClear(chosen().filter(isEditable)), when: waits },
        'sheetGrid.fillDown': {
          run: () => fill(fillSteps(rectangleOf(range))),
          when: waits,
        },
        'sheetGrid.fillRight': {
          run: () => fill(fillRightSteps(rectangleOf(range))),
          when: waits,
        },
        'sheetGrid.extend': {
          run: (pressed) => {
            const next = extended(range, directionOf(pressed), {
              rows: rows.length,
              columns: columns.length,
            });
            setRange(next);
            grid.current?.scrollToCell({ idx: next.head.column, rowIdx: next.head.row });
          },
          when: waits,
        },
        'sheetGrid.all': {
          run: () =>
            setRange({
              anchor: { row: 0, column: 0 },
              head: { row: rows.length - 1, column: columns.length - 1 },
            }),
          when: waits,
        },
        'sheetGrid.details': () => props.onDetails(cell),
        'sheetGrid.menu': {
          run: ({ target }) => {
            if (target instanceof Element) props.onMenu(chosen(), underEdge(target));
          },
          when: waits,
        },
      },
      event.nativeEvent,
    );
    if (used) {
      event.preventDefault();
      event.preventGridDefault();
      return;
    }
    if (waits()) return;
    // From a text that was just typed these keys go on; in one that is being corrected they move the caret.
    const goesOn = isPressed(gridCommands[inText ? 'sheetGrid.next' : 'sheetGrid.goOn'], event.nativeEvent);
    if (!goesOn || !entry.take(cell)) event.preventGridDefault();
  };
}

/** Commands that the grid's own moving about answers are told of on the help sheet, and have no handler here. */
const { 'sheetGrid.goOn': _goOn, 'sheetGrid.next': _next, ...ACTS } = gridCommands;
