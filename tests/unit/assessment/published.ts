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
