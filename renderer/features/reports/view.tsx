import { Route, Switch } from 'wouter';
import { BoardView } from './board-view.tsx';
import { MethodView } from './method-view.tsx';
import { ReportsView } from './reports-view.tsx';

/** What can be written: the list of documents, the method page, the board page. */
export default function Reports() {
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
