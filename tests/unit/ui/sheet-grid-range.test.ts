import { describe, expect, it } from 'vitest';
import { fillRightSteps, fillSteps } from '../../../renderer/ui/sheet-grid/range.ts';

const at = (row: number, column: number) => ({ row, column });

describe('filling', () => {
  it('right puts the first column of a rectangle into the others', () => {
    expect(fillRightSteps({ top: 1, left: 2, bottom: 2, right: 4 })).toEqual(
      expect.arrayContaining([
        { from: at(1, 2), to: at(1, 3) },
        { from: at(1, 2), to: at(1, 4) },
        { from: at(2, 2), to: at(2, 4) },
      ]),
    );
    expect(fillRightSteps({ top: 1, left: 2, bottom: 2, right: 4 })).toHaveLength(4);
  });

  it('of a single column or row takes what stands before it, and nothing before the first', () => {
    expect(fillRightSteps({ top: 1, left: 2, bottom: 1, right: 2 })).toEqual([
      { from: at(1, 1), to: at(1, 2) },
    ]);
    expect(fillSteps({ top: 1, left: 2, bottom: 1, right: 2 })).toEqual([{ from: at(0, 2), to: at(1, 2) }]);
    expect(fillRightSteps({ top: 0, left: 0, bottom: 3, right: 0 })).toEqual([]);
  });
});
