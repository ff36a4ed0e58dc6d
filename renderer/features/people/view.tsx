import { Route, Switch } from 'wouter';
import { PeopleView } from './people-view.tsx';
import { PersonPage } from './person-page.tsx';

/** People: the list, or one of them. */
export default function PeopleRoutes() {
  return (
    <Switch>
      <Route path="/people/:id">{({ id }) => <PersonPage key={id} personId={id} />}</Route>
      <Route component={PeopleView} />
    </Switch>
  );
}
