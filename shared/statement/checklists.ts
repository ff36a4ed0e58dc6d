import auMsa from '#resources/checklists/au-msa-16.json' with { type: 'json' };
import esrs from '#resources/checklists/esrs-2023.json' with { type: 'json' };
import gri from '#resources/checklists/gri-2-3.json' with { type: 'json' };
import meti from '#resources/checklists/meti-2022.json' with { type: 'json' };
import noTransparency from '#resources/checklists/no-transparency.json' with { type: 'json' };
import ukMsa from '#resources/checklists/uk-msa-54.json' with { type: 'json' };
import ukTisc from '#resources/checklists/uk-tisc-2025.json' with { type: 'json' };
import ungp31 from '#resources/checklists/ungp-31.json' with { type: 'json' };
import ungpRf from '#resources/checklists/ungp-rf.json' with { type: 'json' };
import type { Answer } from '../model/answer.ts';
import { ProblemError } from '../model/problem.ts';
import { Checklist, type Requirement } from './checklist.ts';

/** The registry of checklists: one file and one line each, in the order in which they are offered. */
const FILES: readonly unknown[] = [ukMsa, ukTisc, auMsa, noTransparency, meti, ungp31, ungpRf, gri, esrs];

let read: readonly Checklist[] | null = null;

/** All checklists that ship with the app. */
export function checklists(): readonly Checklist[] {
  read ??= FILES.map((one) => Checklist.parse(one));
  return read;
}

/** What an answer answers; of a checklist or number that this version has not, nothing is known. */
export function requirementOf({
  checklist: id,
  requirement: number,
}: Pick<Answer, 'checklist' | 'requirement'>): {
  readonly checklist?: Checklist | undefined;
  readonly requirement?: Requirement | undefined;
} {
  const checklist = checklists().find((one) => one.id === id);
  return { checklist, requirement: checklist?.requirements.find((one) => one.number === number) };
}

/** @throws ProblemError `checklist-unknown` */
export function checklistOf(id: string): Checklist {
  const found = checklists().find((one) => one.id === id);
  if (!found)
    throw new ProblemError('checklist-unknown', {
      known: checklists()
        .map((one) => one.id)
        .join(', '),
    });
  return found;
}
