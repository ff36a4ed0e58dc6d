import { Stack, Text, Title } from '@mantine/core';
import { IconBook2, IconFileDownload, IconFilePlus, IconFolderOpen } from '@tabler/icons-react';
import { useObservable } from '../../platform/observable.ts';
import { profile } from '../../platform/profile.ts';
import { DropWindow } from '../../ui/drop-area.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { Mark } from '../../ui/mark.tsx';
import { useDocumentTitle } from '../../ui/page.tsx';
import { report } from '../../ui/report-problem.ts';
import { CornerMenus } from '../corner-menus.tsx';
import { openDropped } from '../drop-guard.ts';
import { openPickedFile, openSample, showNewWorkspace } from '../workspace.ts';
import { Beginning } from './beginning.tsx';
import { Chain } from './chain.tsx';
import { Orphans } from './orphans.tsx';
import { Recent } from './recent.tsx';
import classes from './welcome.module.css';

/** The first screen: what the app is for, and the ways to begin. */
export function Welcome() {
  const { t } = useSpeech();
  const known = useObservable(profile);
  const library = known?.library ?? [];
  const hasSample = library.some(({ sample }) => sample);
  useDocumentTitle('');
  return (
    <div className={classes.screen}>
      <CornerMenus />
      <main className={classes.content}>
        <section className={classes.begin}>
          <div className={classes.name}>
            <Mark size={44} />
            <Title order={1} className={classes.word ?? ''}>
              {t('app.name')}
            </Title>
          </div>
          <Text className={classes.purpose ?? ''}>{t('welcome.purpose')}</Text>
          <Stack gap="xs" mt="lg" component="nav" aria-label={t('welcome.begin')}>
            <Beginning
              icon={IconBook2}
              title={t(hasSample ? 'welcome.sample.again' : 'welcome.sample')}
              hint={t('welcome.sample.hint')}
              main={library.length === 0}
              onClick={() => void report(openSample)}
            />
            <Beginning
              icon={IconFilePlus}
              title={t('welcome.new')}
              hint={t('welcome.new.line')}
              onClick={showNewWorkspace}
            />
            <Beginning
              icon={IconFolderOpen}
              title={t('welcome.open')}
              hint={t('welcome.open.hint')}
              onClick={() => void report(openPickedFile)}
            />
          </Stack>
        </section>
        <section className={classes.beside}>
          {library.length > 0 ? <Recent library={library} /> : <Chain />}
          {known && <Orphans library={library} />}
        </section>
      </main>
      <Text component="footer" className={classes.foot ?? ''}>
        {t('welcome.offline', { version: known?.appVersion ?? '' })}
      </Text>
      <DropWindow
        icon={IconFileDownload}
        title={t('welcome.drop')}
        multiple={false}
        onDrop={([file]) => void (file && report(() => openDropped(file)))}
      />
    </div>
  );
}
