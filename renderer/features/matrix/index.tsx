import { IconChartDots } from '@tabler/icons-react';
import { Route, Switch } from 'wouter';
import type { Feature } from '../../ui/feature.ts';
import { actions } from './actions.ts';
import { MatrixView } from './matrix-view.tsx';

function Matrix() {
  return (
    <Switch>
      <Route path="/matrix/:id">{({ id }) => <MatrixView roundId={id} />}</Route>
      <Route>
        <MatrixView roundId={undefined} />
      </Route>
    </Switch>
  );
}

export const feature: Feature = {
  id: 'matrix',
  path: '/matrix/*?',
  home: '/matrix',
  label: 'matrix.title',
  icon: IconChartDots,
  order: 50,
  View: Matrix,
  actions,
};
