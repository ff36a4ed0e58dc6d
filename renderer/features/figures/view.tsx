import { Button } from '@mantine/core';
import { IconClipboard, IconPlus, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Clipboard } from '#shared/pasted/read.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import { FigureTable } from './figure-table.tsx';
import { NewIndicator } from './new-indicator.tsx';
import { PasteDialog } from './paste/paste-dialog.tsx';
import { usePasteAnywhere } from './paste/use-paste-anywhere.ts';
import { useFigures } from './use-figures.ts';

/** The table of figures: typed into, pasted into and read as a spreadsheet is. */
export default function FiguresView() {
  const { t } = useSpeech();
  const figures = useFigures();
  const [params] = useSearchParams();
  const [pasted, setPasted] = useState<Clipboard | null>(null);
  usePasteAnywhere(setPasted);
  const close = () => {
    setPasted(null);
    if (params.size > 0) go(links.figures());
  };
  if (!figures) return <Page title={t('figureGrid.title')}>{null}</Page>;
  return (
    <>
      {figures.rows.length === 0 ? (
        <Page title={t('figureGrid.title')}>
          <EmptyState
            icon={IconTable}
            title={t('figureGrid.empty.title')}
            action={
              <Button.Group>
                <Button
                  leftSection={<IconClipboard size={16} />}
                  onClick={() => go(links.figures({ paste: true }))}
                >
                  {t('figureGrid.paste')}
                </Button>
                <Button
                  variant="default"
                  leftSection={<IconPlus size={16} />}
                  onClick={() => go(links.figures({ newIndicator: true }))}
                >
                  {t('figureGrid.newIndicator')}
                </Button>
              </Button.Group>
            }
          >
            {t('figureGrid.empty.text')}
          </EmptyState>
        </Page>
      ) : (
        <FigureTable
          // A link to another indicator narrows anew.
          key={params.get('indicator')}
          figures={figures}
          onPaste={setPasted}
          openId={params.get('figure')}
          indicatorId={params.get('indicator')}
        />
      )}
      {params.has('new') && <NewIndicator workspace={figures.workspace} onClose={close} />}
      {/* What is there already is known once all is read. */}
      {figures.isWhole && (pasted !== null || params.has('paste')) && (
        <PasteDialog figures={figures} clipboard={pasted} onRead={setPasted} onClose={close} />
      )}
    </>
  );
}
