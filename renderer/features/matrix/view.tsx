import { Route, Switch } from 'wouter';
import { MatrixView } from './matrix-view.tsx';

/** The matrix of a round, or of the latest one. */
export default function Matrix() {
  return (
    <Switch>
      <Route path="/matrix/:id">{({ id }) => <MatrixView roundId={id} />}</Route>
      <Route>
        <MatrixView roundId={undefined} />
      </Route>
    </Switch>
  );
}
