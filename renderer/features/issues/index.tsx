import { IconTags } from '@tabler/icons-react';
import { Route, Switch } from 'wouter';
import type { Feature } from '../../ui/feature.ts';
import { actions } from './actions.ts';
import { IssueList } from './issue-list.tsx';
import { IssuePage } from './issue-page.tsx';

function IssuesView() {
  return (
    <Switch>
      <Route path="/issues/:id">{({ id }) => <IssuePage key={id} issueId={id} />}</Route>
      <Route component={IssueList} />
    </Switch>
  );
}

export const feature: Feature = {
  id: 'issues',
  path: '/issues/*?',
  home: '/issues',
  label: 'issues.title',
  icon: IconTags,
  order: 30,
  View: IssuesView,
  actions,
};
