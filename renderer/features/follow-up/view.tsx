import { Route, Switch } from 'wouter';
import { CommitmentsView } from './commitments-view.tsx';
import { DueView } from './due-view.tsx';
import { NextView } from './next-view.tsx';

/** What is due, what was promised, and what became of a dialogue. */
export default function FollowUpRoutes() {
  return (
    <Switch>
      <Route path="/follow-up/commitments/:id?">{({ id }) => <CommitmentsView openId={id ?? null} />}</Route>
      <Route path="/follow-up/next/:id?">{({ id }) => <NextView wantedId={id ?? null} />}</Route>
      <Route component={DueView} />
    </Switch>
  );
}
