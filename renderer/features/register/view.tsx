import { Route, Switch } from 'wouter';
import { ArrangementList, InstrumentList, OrganisationList, SourceList } from './lists.tsx';
import { ArrangementPage, InstrumentPage, OrganisationPage, SourcePage } from './pages.tsx';

/** The register: four lists, and a page of each row. */
export default function RegisterRoutes() {
  return (
    <Switch>
      <Route path="/register/arrangements/:id">{({ id }) => <ArrangementPage key={id} id={id} />}</Route>
      <Route path="/register/organisations/:id">{({ id }) => <OrganisationPage key={id} id={id} />}</Route>
      <Route path="/register/instruments/:id">{({ id }) => <InstrumentPage key={id} id={id} />}</Route>
      <Route path="/register/sources/:id">{({ id }) => <SourcePage key={id} id={id} />}</Route>
      <Route path="/register/organisations" component={OrganisationList} />
      <Route path="/register/instruments" component={InstrumentList} />
      <Route path="/register/sources" component={SourceList} />
      <Route component={ArrangementList} />
    </Switch>
  );
}
