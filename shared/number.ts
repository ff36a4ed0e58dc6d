/**
 * Numbers as people type them. One way of writing is read, the one that English and Japanese share: digits, commas between
 * groups of three, a point before decimals, a minus (also − and the ▲ or △ of Japanese accounts). Full-width forms are
 * the same signs. Everything else is refused with the reason, since a guess could be wrong by a thousand: a comma or a blank
 * may part decimals elsewhere, `10²` is not 102, and a percent sign, 万 or 億 belongs to the unit.
 */

/** Why a text is not taken for a number. */
export type NumberProblem =
  /** Commas, points or blanks that do not stand as above. */
  | 'separators'
  /** Something stands behind or before the figure: a unit, a percent sign, 万. */
  | 'unit'
  /** More digits than can be kept exactly. */
  | 'digits'
  | 'unclear';

export interface TypedNumber {
  /** Null where nothing was typed, and where there is a problem. */
  readonly value: number | null;
  readonly problem: NumberProblem | null;
}

const NUMBER = /^([-+]?)(\d+|[1-9]\d{0,2}(?:,\d{3})+)?(?:\.(\d+))?$/;
/** Of so many digits every decimal number is kept exactly. */
const MOST_DIGITS = 15;

/** Reads a number that is all of the text. */
export function typedNumber(typed: string): TypedNumber {
  const text = halfWidth(typed.trim()).replace(/^[−▲△]/, '-');
  if (text === '') return { value: null, problem: null };
  const [match, sign = '', whole = '', decimals = ''] = NUMBER.exec(text) ?? [];
  if (match === undefined || whole + decimals === '') return { value: null, problem: whyNot(text) };
  const digits = whole.replaceAll(',', '') + decimals;
  if (digits.replace(/^0+/, '').length > MOST_DIGITS || decimals.length > MOST_DIGITS)
    return { value: null, problem: 'digits' };
  const value = Number(`${sign}${whole.replaceAll(',', '') || '0'}.${decimals || '0'}`);
  return { value: value === 0 ? 0 : value, problem: null };
}

/** A number as `typedNumber` reads it back: with commas between groups of three, never with an exponent. */
export function numberText(value: number): string {
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const digits = mantissa.replace('.', '');
  const point = Number(exponent) + 1;
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  const decimals = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return (value < 0 ? '-' : '') + grouped + (/[1-9]/.test(decimals) ? `.${decimals}` : '');
}

/**
 * The half-width form of full-width signs and of no other sign: compatibility folding would make `10²` 102 and `①` 1.
 */
export function halfWidth(text: string): string {
  return text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

function whyNot(text: string): NumberProblem {
  if (/^[-+]?[\d.,'’\s]*\d[\d.,'’\s]*$/.test(text)) return 'separators';
  return /^[-+]?[\p{L}\p{Sc}]{0,4}\s?\d[\d.,]*\s?[\p{L}\p{Sc}%‰]{0,12}$/u.test(text) ? 'unit' : 'unclear';
}
