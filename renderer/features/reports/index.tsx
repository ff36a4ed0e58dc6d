import { IconFileText } from '@tabler/icons-react';
import { Route, Switch } from 'wouter';
import type { Feature } from '../../ui/feature.ts';
import { actions } from './actions.ts';
import { BoardView } from './board-view.tsx';
import { MethodView } from './method-view.tsx';
import { ReportsView } from './reports-view.tsx';

function Reports() {
  return (
    <Switch>
      <Route path="/reports/method/:id">{({ id }) => <MethodView key={id} roundId={id} />}</Route>
      <Route path="/reports/board/:id">{({ id }) => <BoardView key={id} roundId={id} />}</Route>
      <Route>
        <ReportsView />
      </Route>
    </Switch>
  );
}

export const feature: Feature = {
  id: 'reports',
  path: '/reports/*?',
  home: '/reports',
  label: 'reports.title',
  icon: IconFileText,
  order: 70,
  View: Reports,
  actions,
};
