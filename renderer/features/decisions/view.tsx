import { Route, Switch } from 'wouter';
import { DecisionsView } from './decisions-view.tsx';

/** Decisions of a round, or of the latest one. */
export default function Decisions() {
  return (
    <Switch>
      <Route path="/decisions/:id">{({ id }) => <DecisionsView key={id} roundId={id} />}</Route>
      <Route>
        <DecisionsView roundId={undefined} />
      </Route>
    </Switch>
  );
}
