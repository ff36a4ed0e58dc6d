import { IconScale } from '@tabler/icons-react';
import { Route, Switch } from 'wouter';
import type { Feature } from '../../ui/feature.ts';
import { actions } from './actions.ts';
import { NewRound } from './new-round.tsx';
import { RoundList } from './round-list.tsx';
import { RoundPage } from './round-page.tsx';

function Assessment() {
  return (
    <Switch>
      <Route path="/assessment/new" component={NewRound} />
      <Route path="/assessment/:id">{({ id }) => <RoundPage key={id} roundId={id} />}</Route>
      <Route component={RoundList} />
    </Switch>
  );
}

export const feature: Feature = {
  id: 'assessment',
  path: '/assessment/*?',
  home: '/assessment',
  label: 'assessment.title',
  icon: IconScale,
  order: 40,
  View: Assessment,
  actions,
};
