/** How well a ranking answers a question, 0–1. */
export interface Quality {
  /** Discounted gain of the first ten beside the best possible (Järvelin and Kekäläinen, 2002), every grade alike. */
  readonly ndcg10: number;
  /** Mean of the precision at each relevant document, over the first thousand. */
  readonly map: number;
  /** Share of the relevant documents among the first hundred. */
  readonly recall100: number;
}

/** Judges one ranking. @param ranking ids, best first */
export function judge(ranking: readonly string[], relevant: ReadonlySet<string>): Quality {
  const hits = ranking.map((id) => relevant.has(id));
  let found = 0;
  let precision = 0;
  for (const [at, hit] of hits.slice(0, DEPTH).entries()) {
    if (!hit) continue;
    found++;
    precision += found / (at + 1);
  }
  return {
    ndcg10: gain(hits) / gain(Array.from(relevant, () => true)),
    map: precision / relevant.size,
    recall100: hits.slice(0, 100).filter(Boolean).length / relevant.size,
  };
}

/** Length to which rankings are judged. */
export const DEPTH = 1_000;

function gain(hits: readonly boolean[]): number {
  return hits.slice(0, 10).reduce((sum, hit, at) => sum + Number(hit) / Math.log2(at + 2), 0);
}

/** Mean over questions. */
export function mean(qualities: readonly Quality[]): Quality {
  const over = (of: (quality: Quality) => number) =>
    qualities.reduce((sum, quality) => sum + of(quality), 0) / Math.max(1, qualities.length);
  return {
    ndcg10: over(({ ndcg10 }) => ndcg10),
    map: over(({ map }) => map),
    recall100: over(({ recall100 }) => recall100),
  };
}
