/** A section of a document, as far as it is compared: by all that it holds. */
interface Section {
  readonly id: string;
  readonly title: string;
}

/** Titles of the sections in which two documents differ, each once, in the order of the later one. */
export function changedSections(
  before: { readonly sections: readonly Section[] },
  now: { readonly sections: readonly Section[] },
): string[] {
  const was = new Map(before.sections.map((one) => [one.id, one]));
  const is = new Set(now.sections.map(({ id }) => id));
  const changed = now.sections.filter((one) => JSON.stringify(was.get(one.id)) !== JSON.stringify(one));
  return [...changed, ...before.sections.filter(({ id }) => !is.has(id))].map(({ title }) => title);
}
