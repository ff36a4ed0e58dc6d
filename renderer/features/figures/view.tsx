import { useState } from 'react';
import { Page } from '../../ui/page.tsx';
import { type SheetColumn, SheetGrid } from '../../ui/sheet-grid/sheet-grid.tsx';

type R = { key: string; cells: Record<string, string> };
export default function View() {
  const [rows, setRows] = useState<R[]>(() =>
    Array.from({ length: 2500 }, (_, i) => ({
      key: `r${i}`,
      cells: { label: `Row ${i}`, a: String(i), b: '2' },
    })),
  );
  const [log, setLog] = useState('');
  const columns: SheetColumn<R>[] = [
    {
      key: 'label',
      name: 'Label',
      width: 200,
      frozen: true,
      editable: false,
      render: (r) => r.cells.label,
      text: (r) => r.cells.label ?? '',
    },
    ...['a', 'b', 'c', 'd'].map((key) => ({
      key,
      name: key,
      width: 100,
      editable: true,
      render: (r: R) => r.cells[key],
      text: (r: R) => r.cells[key] ?? '',
      spoken: (r: R) => `${r.cells.label} ${key} ${r.cells[key] ?? 'nothing'}`,
    })),
  ];
  const put = (cells: { row: string; column: string; text: string }[]) =>
    setRows((now) =>
      now.map((r) => {
        const mine = cells.filter((c) => c.row === r.key);
        return mine.length
          ? { ...r, cells: { ...r.cells, ...Object.fromEntries(mine.map((c) => [c.column, c.text])) } }
          : r;
      }),
    );
  return (
    <Page title="Scratch" fill>
      <output data-testid="log">{log}</output>
      <SheetGrid<R>
        label="Scratch"
        rows={rows}
        columns={columns}
        rowKey={(r) => r.key}
        typedText={(r, c) => r.cells[c] ?? ''}
        draftKey="scratch"
        sort={[]}
        onSort={() => {}}
        refusalOf={(_c, text) => (/[xy]/.test(text) ? 'No letters here' : null)}
        onTake={async (c, text) => {
          put([{ ...c, text }]);
          return true;
        }}
        onClear={(cells) => put(cells.map((c) => ({ ...c, text: '' })))}
        onFill={(steps) =>
          put(
            steps.map(({ from, to }) => ({
              ...to,
              text: rows.find((r) => r.key === from.row)?.cells[from.column] ?? '',
            })),
          )
        }
        onPaste={(at, clip) => setLog(`paste ${at.row} ${at.column} ${JSON.stringify(clip.text)}`)}
        onCopy={(cells, event) =>
          event.clipboardData.setData('text/plain', cells.map((r) => r.join('\t')).join('\n'))
        }
        onDetails={(c) => setLog(`details ${c.row} ${c.column}`)}
        onMenu={(cells) => setLog(`menu ${cells.length}`)}
      />
    </Page>
  );
}
