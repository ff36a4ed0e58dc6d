import { useSpeech } from '../../ui/i18n.tsx';
import { Page } from '../../ui/page.tsx';
import { ChainRow } from './chain-row.tsx';
import { ChangesPanel } from './changes-panel.tsx';
import { DuePanel } from './due-panel.tsx';
import { FirstSteps } from './first-steps.tsx';
import classes from './home.module.css';
import { MatrixPanel } from './matrix-panel.tsx';
import { RecentPanel } from './recent-panel.tsx';
import { useGlance } from './use-glance.ts';
import { useOverview } from './use-overview.ts';

/**
 * The workspace at a glance. What the first screen shows comes from indexes; the changes and the matrix, which take
 * reading, come from a worker once it is shown.
 */
export default function Home() {
  const { t } = useSpeech();
  const glance = useGlance();
  const overview = useOverview();
  if (!glance) return <Page title={t('home.title')}>{null}</Page>;
  const { chain, steps } = glance;
  return (
    <Page title={t('home.title')}>
      <div className={classes.home}>
        {steps && <FirstSteps {...steps} />}
        {chain && <ChainRow chain={chain} convention={glance.convention} />}
        {chain && (
          <div className={classes.columns}>
            <div className={classes.column}>
              <DuePanel agenda={glance.agenda} nameOf={glance.nameOf} />
              <ChangesPanel {...overview} />
              <RecentPanel />
            </div>
            <div className={classes.column}>
              <MatrixPanel {...overview} />
            </div>
          </div>
        )}
      </div>
    </Page>
  );
}
