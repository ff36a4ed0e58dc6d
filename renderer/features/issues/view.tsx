import { Route, Switch } from 'wouter';
import { IssueList } from './issue-list.tsx';
import { IssuePage } from './issue-page.tsx';

/** Issues: the list, or one of them. */
export default function IssuesView() {
  return (
    <Switch>
      <Route path="/issues/:id">{({ id }) => <IssuePage key={id} issueId={id} />}</Route>
      <Route component={IssueList} />
    </Switch>
  );
}
