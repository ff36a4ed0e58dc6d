export { observable, useObservable } from '../platform/observable.ts';
