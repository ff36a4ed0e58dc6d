import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Rating } from '../model/rating.ts';
import { type RoundRecord, recordTable } from '../model/record.ts';
import { DIMENSIONS, type Round } from '../model/round.ts';
import { DEFAULT_SIZE, scaleSize } from '../model/scale.ts';
import { canonical } from '../model/table.ts';
import { countedRatings, panelOf } from './panel.ts';

/** What of a round decides its result besides the ratings. */
export type SummedRound = Pick<
  Round,
  'id' | 'issueIds' | 'assessors' | 'recusals' | 'method' | 'thresholds' | 'scaleTexts'
>;

/**
 * SHA-256 of what a round's result is computed from: issues, assessors, method, thresholds and scores, in an order
 * that does not depend on how they are stored. Printed on the method page, so that a reader can tell whether two
 * reports rest on the same ratings (METHOD-SOURCES 2.9, point 15). Reasons and evidence are not in it.
 * @param ratings of any rounds
 * @returns 64 hexadecimal digits
 */
export function sumOfRatings(round: SummedRound, ratings: readonly Rating[]): string {
  const { thresholds, method } = round;
  const size = scaleSize(round);
  const scores = countedRatings(round, ratings)
    .map((one) => [
      one.issueId,
      one.assessorId,
      ...DIMENSIONS.map((dimension) => one[dimension]),
      [...one.abstained].sort(),
      one.nature,
      one.delayMakesIrremediable,
    ])
    .map((row) => JSON.stringify(row))
    .sort();
  const text = JSON.stringify([
    [...round.issueIds].sort(),
    panelOf(round)
      .map(({ id }) => id)
      .sort(),
    [method.version, method.standard],
    [thresholds.severe, thresholds.likely, thresholds.floor, thresholds.topThemes, thresholds.nearBand],
    scores,
    // Sums of rounds of earlier versions, whose scales have five points, stay as they were printed.
    ...(size === DEFAULT_SIZE ? [] : [size]),
  ]);
  return sumOf(text);
}

/**
 * SHA-256 of everything that a signed-off round's report is made of: its record, with reasons, evidence, names, decisions
 * and indicators, and that of the round it is compared with. It tells what `sumOfRatings` does not see.
 * @param earlier the records that the round's own one names
 */
export function fingerprintOf(record: RoundRecord, earlier: readonly RoundRecord[]): string {
  return sumOf(
    JSON.stringify([record, ...earlier].map((one) => canonical(recordTable, { ...one, fingerprint: null }))),
  );
}

function sumOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
