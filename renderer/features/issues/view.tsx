import { Route, Switch } from 'wouter';
import { IssueList } from './issue-list.tsx';
import { IssuePage } from './issue-page.tsx';
import { PartsPage } from './parts-page.tsx';

/** Issues: the list, one of them, or what is to be put to the parts of one. */
export default function IssuesView() {
  return (
    <Switch>
      <Route path="/issues/:id/parts">{({ id }) => <PartsPage key={id} issueId={id} />}</Route>
      <Route path="/issues/:id">{({ id }) => <IssuePage key={id} issueId={id} />}</Route>
      <Route component={IssueList} />
    </Switch>
  );
}
