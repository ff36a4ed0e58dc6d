export { type Observable, observable, useObservable } from '../platform/observable.ts';
