/** Formulas that others publish (METHOD-SOURCES 2.3), to compare with: none of them is used in the product. */
export interface Inputs {
  readonly scale: number;
  readonly scope: number;
  readonly irrem: number;
  readonly likelihood: number;
}

const three = ({ scale, scope, irrem }: Inputs) => [scale, scope, irrem];
const max = (one: Inputs) => Math.max(...three(one));
const mean = (one: Inputs) => three(one).reduce((sum, value) => sum + value, 0) / 3;

export const FORMULAS = {
  mean,
  max,
  undp_hrsa_severity: mean,
  coolset_negative_HR: mean,
  netcero_potential: (one) => Math.min(mean(one), (mean(one) + one.likelihood) / 2),
  netcero_HR: mean,
  datamaran_sev: (one) => (mean(one) + max(one)) / 2,
  datamaran_score: (one) => (((mean(one) + max(one)) / 2) * one.likelihood) / 5,
  canonicalesg: (one) => 0.3 * one.scale + 0.3 * one.scope + 0.2 * one.irrem + 0.2 * one.likelihood,
  oss_nest_dma: (one) => (mean(one) + one.likelihood) / 2,
  product_s_x_l: (one) => max(one) * one.likelihood,
} as const satisfies Record<string, (one: Inputs) => number>;

/** Every triple of scores from 1 to `top`. */
export function triples(top: number): (readonly [number, number, number])[] {
  const steps = Array.from({ length: top }, (_, index) => index + 1);
  return steps.flatMap((a) => steps.flatMap((b) => steps.map((c) => [a, b, c] as const)));
}

/** Tukey's hinges: medians of the lower and upper half, the middle one in both. */
export function tukeyHinges(scores: readonly number[]): readonly [number, number] {
  const sorted = [...scores].sort((a, b) => a - b);
  const half = Math.ceil(sorted.length / 2);
  const middle = (list: readonly number[]) =>
    ((list[Math.floor((list.length - 1) / 2)] ?? 0) + (list[Math.floor(list.length / 2)] ?? 0)) / 2;
  return [middle(sorted.slice(0, half)), middle(sorted.slice(-half))];
}

/**
 * Van der Eijk's agreement A (2001): the scores are cut into layers of equal height; a layer is 1 for one category, −1
 * for the two ends, and layers count by their share.
 */
export function vanDerEijk(counts: readonly number[]): number {
  const categories = counts.length;
  const n = counts.reduce((sum, count) => sum + count, 0);
  let rest = [...counts];
  let agreement = 0;
  while (rest.some((count) => count > 0)) {
    const height = Math.min(...rest.filter((count) => count > 0));
    const layer = rest.map((count) => (count > 0 ? 1 : 0));
    const filled = layer.filter((one) => one === 1).length;
    let unimodal = 0;
    let bimodal = 0;
    for (let a = 0; a < categories; a++)
      for (let b = a + 1; b < categories; b++)
        for (let c = b + 1; c < categories; c++) {
          const pattern = `${layer[a]}${layer[b]}${layer[c]}`;
          if (pattern === '110' || pattern === '011') unimodal++;
          if (pattern === '101') bimodal++;
        }
    const shape =
      unimodal + bimodal === 0
        ? 1
        : ((categories - 2) * unimodal - (categories - 1) * bimodal) /
          ((categories - 2) * (unimodal + bimodal));
    agreement += ((height * filled) / n) * shape * (1 - (filled - 1) / (categories - 1));
    rest = rest.map((count) => (count > 0 ? count - height : 0));
  }
  return agreement;
}
