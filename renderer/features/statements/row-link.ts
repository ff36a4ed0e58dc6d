import type { Id } from '#shared/model/basics.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import type { RestsOn } from '#shared/statement/rests-on.ts';
import { links } from '../../ui/links.ts';

/** Where a row of the register is shown; null = it has no place of its own. */
export function rowLink(ref: RestsOn, state: WorkspaceState): string | null {
  const { to } = ref;
  const id: Id = ref.id;
  switch (to) {
    case 'figure':
      return links.figures({ figure: id });
    case 'indicator':
      return links.figures({ indicator: id });
    case 'advice':
      return links.advice(id);
    case 'commitment':
      return links.commitment(id);
    case 'dialogue':
      return links.dialogue(id);
    case 'issue':
      return links.issue(id);
    case 'theme':
      return links.issues();
    case 'decision': {
      const decision = state.decisions.find((one) => one.id === id);
      return decision ? links.decision(decision.roundId, decision.subject) : null;
    }
    case 'instrument':
      return links.registered('instruments', id);
    case 'arrangement':
      return links.registered('arrangements', id);
    case 'organisation':
      return links.registered('organisations', id);
    case 'source':
      return links.registered('sources', id);
    case 'entry': {
      const entry = state.entries.find((one) => one.id === id);
      return entry ? links.entry(entry) : null;
    }
    case 'passage':
      return null;
  }
}
