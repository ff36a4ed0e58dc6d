import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useObservable } from '../../../platform/observable.ts';
import { useCommands } from '../../../ui/commands.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { Page } from '../../../ui/page.tsx';
import { SplitPane } from '../../../ui/split-pane.tsx';
import { leaveCommands } from './commands.ts';
import type { Preview } from './queue-state.ts';
import { takeReading } from './session.ts';
import { isShowing, marking } from './show-marks.ts';
import { ShowPanel } from './show-panel.tsx';
import { ShowSource } from './show-source.tsx';
import { useShowing } from './use-showing.ts';

/** A person shows on a line or two who speaks; the whole text is read so once they have seen what changes. */
export function ShowDesk({ preview: { read, file } }: { preview: Preview }) {
  const { t } = useSpeech();
  const marks = useObservable(marking);
  const showing = useShowing(read, marks);
  const { reread, layouts } = showing;
  const leave = () => isShowing.set(false);
  const take = () => {
    if (!reread) return;
    takeReading(reread.reading, layouts);
    leave();
  };
  useCommands(leaveCommands, { 'import.show.leave': leave }, { global: true });
  return (
    <Page
      fill
      title={t('import.show.title')}
      description={`${file.name} · ${t('import.show.description')}`}
      actions={
        <>
          <Button
            leftSection={<IconCheck size={16} />}
            disabled={!reread}
            onClick={take}
            data-testid="show-take"
          >
            {t('import.show.take')}
          </Button>
          <Button variant="default" onClick={leave}>
            {t('import.show.leave')}
          </Button>
        </>
      }
    >
      <SplitPane
        sideLabel={t('import.show.marked')}
        sideWidth={420}
        side={<ShowPanel lines={read.source} marks={marks} showing={showing} onTaken={leave} />}
      >
        <ShowSource lines={read.source} marks={marks} found={showing.found} onTake={take} />
      </SplitPane>
    </Page>
  );
}
