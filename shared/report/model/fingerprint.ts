import { sumOfRatings } from '../../assessment/sum.ts';
import type { Id } from '../../model/basics.ts';
import type { WorkspaceState } from '../../model/tables.ts';

/**
 * What tells whether two reports rest on the same ratings, see `sumOfRatings` (METHOD-SOURCES 2.9, point 15).
 * @returns 64 hexadecimal digits; empty for an unknown round
 */
export function fingerprintOf(state: Pick<WorkspaceState, 'rounds' | 'ratings'>, roundId: Id): string {
  const round = state.rounds.find((one) => one.id === roundId);
  return round ? sumOfRatings(round, state.ratings) : '';
}
