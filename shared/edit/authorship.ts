/** Who makes an edit, and when: written beside what they did. */
export interface Authorship {
  readonly by: string;
  readonly at: string;
}
