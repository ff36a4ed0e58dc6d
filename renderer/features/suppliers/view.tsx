import { Route, Switch } from 'wouter';
import { CoverageView } from './coverage-view.tsx';
import { SupplierPage } from './supplier-page.tsx';
import { SuppliersView } from './suppliers-view.tsx';

/** Suppliers: the table, how far they are covered, or one of them. */
export default function SupplierRoutes() {
  return (
    <Switch>
      <Route path="/suppliers/coverage" component={CoverageView} />
      <Route path="/suppliers/:id">{({ id }) => <SupplierPage key={id} supplierId={id} />}</Route>
      <Route component={SuppliersView} />
    </Switch>
  );
}
