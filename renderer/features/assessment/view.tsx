import { Route, Switch } from 'wouter';
import { NewRound } from './new-round.tsx';
import { RoundList } from './round-list.tsx';
import { RoundPage } from './round-page.tsx';

/** Rounds: the list, a new one, one of them. */
export default function Assessment() {
  return (
    <Switch>
      <Route path="/assessment/new" component={NewRound} />
      <Route path="/assessment/:id">{({ id }) => <RoundPage key={id} roundId={id} />}</Route>
      <Route component={RoundList} />
    </Switch>
  );
}
