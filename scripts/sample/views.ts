import type { PassageQuery, ViewForm } from '#shared/model/view.ts';

/** A saved question; issues by their codes, in groups of which any one will do. */
interface SampleView {
  readonly key: string;
  readonly name: string;
  readonly about: readonly (readonly string[])[];
  readonly query: Partial<PassageQuery>;
  readonly form: ViewForm;
}

/** What the office of the sample asks again and again; a view has one name, so it is in both languages. */
export const VIEWS: readonly SampleView[] = [
  {
    key: 'asked from outside',
    name: 'Asked of us from outside / 社外からの要請・注意喚起',
    about: [],
    query: { side: 'external', adviceKinds: ['urge', 'caution'] },
    form: 'list',
  },
  {
    key: 'voices missing',
    name: 'Voices still missing / まだ聞いていない声',
    about: [],
    query: {},
    form: 'coverage',
  },
];
