import { commaSeparated } from '#shared/delimited.ts';
import { longRows, type SheetWords } from '#shared/figure-table/long-sheet.ts';
import { wideRows } from '#shared/figure-table/wide-sheet.ts';
import { workbookOf } from '#shared/figure-table/workbook.ts';
import { writeWorkbook } from '#shared/ooxml/write.ts';
import { call } from '../../platform/bridge.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyDone } from '../../ui/notify-undo.tsx';
import { type Figures, presentYear } from './use-figures.ts';

export interface FigureOutputs {
  /** Every figure with its id, for this office: it holds small counts too. */
  readonly long: () => void;
  /** The table as printed, for anybody. */
  readonly wide: () => void;
  readonly csv: () => void;
}

/** Ways out of the table of figures. */
export function useOutputs({ figures }: { figures: Figures }): FigureOutputs {
  const { t, language, local } = useSpeech();
  const attempt = useAttempt();
  const words: SheetWords = { t, language, period: figures.periodName };
  const save = (extension: 'xlsx' | 'csv', bytes: () => Uint8Array) => () =>
    void attempt(async () => {
      const path = await call('dialog.save', {
        suggestedName: `${t('figureGrid.title')}.${extension}`,
        filters: [{ name: t(`figureSheet.file.${extension}`), extensions: [extension] }],
        bytes: bytes(),
      });
      if (path !== null) notifyDone(t('figureSheet.saved', { count: figures.state.figures.length }));
    });
  const made = () => ({ at: new Date().toISOString(), creator: local(figures.workspace.company) });
  return {
    long: save('xlsx', () =>
      writeWorkbook(workbookOf('long', longRows(figures.state, words), words, made())),
    ),
    wide: save('xlsx', () =>
      writeWorkbook(
        workbookOf('wide', wideRows(figures.state, presentYear(figures.workspace), words), words, made()),
      ),
    ),
    csv: save('csv', () => new TextEncoder().encode(commaSeparated(longRows(figures.state, words)))),
  };
}
