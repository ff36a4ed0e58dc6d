import { IconChecklist } from '@tabler/icons-react';
import { Route, Switch } from 'wouter';
import type { Feature } from '../../ui/feature.ts';
import { DecisionsView } from './decisions-view.tsx';

function Decisions() {
  return (
    <Switch>
      <Route path="/decisions/:id">{({ id }) => <DecisionsView key={id} roundId={id} />}</Route>
      <Route>
        <DecisionsView roundId={undefined} />
      </Route>
    </Switch>
  );
}

export const feature: Feature = {
  id: 'decisions',
  path: '/decisions/*?',
  home: '/decisions',
  label: 'decisions.title',
  icon: IconChecklist,
  order: 60,
  View: Decisions,
  actions: [],
};
