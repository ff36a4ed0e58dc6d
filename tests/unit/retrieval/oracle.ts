/**
 * What a query finds, by the letter of its meaning and as slowly as that takes: character by character, passage by
 * passage. It shares no code with what it checks but the model.
 */
import type { WorkspaceState } from '#shared/model/tables.ts';
import type { Passage } from '#shared/model/turn.ts';
import type { PassageQuery } from '#shared/model/view.ts';

/** The ids of the passages of each find, sorted; the finds sorted. */
export function oracle(state: WorkspaceState, query: PassageQuery): string[][] {
  const now = (issueId: string) => state.issues.find(({ id }) => id === issueId)?.mergedInto ?? issueId;
  const looksAt = (author: string) => query.coders.length === 0 || query.coders.includes(author);
  const advice = (passage: Passage) =>
    state.advice.filter((one) => one.passageIds.includes(passage.id) && looksAt(one.takenBy));
  const codings = (passage: Passage) =>
    state.codings.filter(
      (one) => one.passageId === passage.id && one.reconciled !== 'rejected' && looksAt(one.coder),
    );
  const issuesOf = (passage: Passage) => [
    ...codings(passage).map((one) => now(one.issueId)),
    ...advice(passage).flatMap((one) => one.issueIds.map(now)),
  ];
  const about = query.about.filter((group) => group.length > 0).map((group) => group.map(now));
  const none = query.notAbout.map(now);
  const bears = (passage: Passage, issueIds: readonly string[]) =>
    issuesOf(passage).some((issueId) => issueIds.includes(issueId));

  const near = (passage: Passage) =>
    state.passages.filter((other) =>
      query.near === 'dialogue'
        ? other.dialogueId === passage.dialogueId
        : query.near === 'turn'
          ? other.turnId === passage.turnId
          : shared(passage, other).length > 0,
    );
  const together = (passage: Passage) => {
    if (about.length === 0) return true;
    if (!about.some((group) => bears(passage, group))) return false;
    if (about.length === 1) return true;
    if (query.near !== 'words')
      return about.every((group) => near(passage).some((other) => bears(other, group)));
    return shared(passage, passage).some((at) =>
      about.every((group) =>
        state.passages.some((other) => bears(other, group) && shared(passage, other).includes(at)),
      ),
    );
  };
  const fits = (passage: Passage) => {
    const turn = state.turns.find(({ id }) => id === passage.turnId);
    const dialogue = state.dialogues.find(({ id }) => id === passage.dialogueId);
    const speaker = state.participants.find(({ id }) => id === turn?.participantId);
    const among = <V>(wanted: readonly V[], value: V | undefined) =>
      wanted.length === 0 || (value !== undefined && wanted.includes(value));
    return (
      (codings(passage).length > 0 || advice(passage).length > 0) &&
      (query.side === null || (speaker !== undefined && speaker.external === (query.side === 'external'))) &&
      among(query.voices, speaker?.voice) &&
      among(query.kinds, speaker?.kind) &&
      among(query.speakerIds, speaker?.personId ?? speaker?.id) &&
      among(query.dialogueIds, dialogue?.id) &&
      among(query.fiscalYears, dialogue?.fiscalYear) &&
      (query.adviceKinds.length + query.adviceStatuses.length === 0 ||
        advice(passage).some(
          (one) => among(query.adviceKinds, one.kind) && among(query.adviceStatuses, one.status),
        )) &&
      query.text
        .normalize('NFKC')
        .toLowerCase()
        .split(' ')
        .every((word) => passage.quote.toLowerCase().includes(word))
    );
  };
  const found = state.passages.filter(
    (passage) =>
      fits(passage) &&
      together(passage) &&
      !near(passage).some((other) => none.length > 0 && bears(other, none)),
  );

  // Those that overlap on one issue are one: join until nothing can be joined any more.
  const one = (a: Passage, b: Passage) =>
    shared(a, b).length > 0 &&
    (about.length > 0 || issuesOf(a).some((issueId) => issuesOf(b).includes(issueId)));
  const finds = found.map((passage) => [passage]);
  for (let joined = true; joined; ) {
    joined = false;
    for (let a = 0; a < finds.length; a++)
      for (let b = a + 1; b < finds.length; b++)
        if (finds[a]?.some((x) => finds[b]?.some((y) => one(x, y)))) {
          finds[a]?.push(...(finds.splice(b, 1)[0] ?? []));
          joined = true;
          b = finds.length;
        }
  }
  return finds.map((passages) => passages.map(({ id }) => id).sort()).sort(byText);
}

/** The characters of a turn that two passages have in common; an unsure one has some with itself alone. */
function shared(a: Passage, b: Passage): number[] {
  if (a.id !== b.id && (a.turnId !== b.turnId || a.state === 'unsure' || b.state === 'unsure')) return [];
  const common: number[] = [];
  for (let at = Math.max(a.start, b.start); at < Math.min(a.end, b.end); at++) common.push(at);
  return common;
}

export function byText(a: readonly string[], b: readonly string[]): number {
  return a.join() < b.join() ? -1 : 1;
}
