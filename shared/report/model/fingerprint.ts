import type { Id } from '../../model/basics.ts';
import type { WorkspaceState } from '../../model/tables.ts';

/**
 * SHA-256 of what a round's result was computed from: its issues, method, thresholds and ratings, in a fixed order.
 * Printed in the method note, so that a reader can tell whether two reports rest on the same ratings
 * (METHOD-SOURCES 2.9, point 15).
 * @returns 64 hexadecimal digits; empty for an unknown round
 */
export async function fingerprintOf(
  state: Pick<WorkspaceState, 'rounds' | 'ratings'>,
  roundId: Id,
): Promise<string> {
  const round = state.rounds.find((one) => one.id === roundId);
  if (!round) return '';
  const ratings = state.ratings
    .filter((one) => one.roundId === roundId)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((one) => [
      one.issueId,
      one.assessorId,
      one.scale,
      one.scope,
      one.irremediability,
      one.likelihood,
      [...one.abstained].sort(),
      one.nature,
      one.delayMakesIrremediable,
    ]);
  const { thresholds, method } = round;
  const text = JSON.stringify([
    [...round.issueIds].sort(),
    round.assessors.map((one) => one.id).sort(),
    [method.version, method.standard],
    [thresholds.severe, thresholds.likely, thresholds.floor, thresholds.topThemes, thresholds.nearBand],
    ratings,
  ]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
