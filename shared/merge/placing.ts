/** On which side something changed: `both` = on each, in ways that exclude each other or were joined. */
export type Where = 'here' | 'there' | 'both';

/** How something that is taken as one or not at all was changed. */
export interface Placing {
  readonly at: Where;
  /** Why what came back may not be taken. */
  readonly blocked?: 'round-closed';
}

/** Which version stands; `both` = what the two come to together. */
export type Choice = 'mine' | 'theirs' | 'both';
