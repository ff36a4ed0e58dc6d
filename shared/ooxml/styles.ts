import { escapeXml } from './text.ts';
import type { CellStyle } from './workbook.ts';

/** The styles of a workbook in the making: each distinct look gets a number (ECMA-376 18.8). */
export class StyleTable {
  readonly #font: string;
  readonly #fonts = new Map<string, number>();
  readonly #fills = new Map<string, number>([
    ['<patternFill patternType="none"/>', 0],
    ['<patternFill patternType="gray125"/>', 1],
  ]);
  readonly #formats = new Map<string, number>();

  constructor(font: string) {
    this.#font = font;
    this.#fontOf({});
    this.of(undefined, false);
  }

  /** The number of a look. @param quoted the cell is text that begins like a formula */
  of(style: CellStyle | undefined, quoted: boolean): number {
    const look = style ?? {};
    const { fill, border, wrap, across, down, open, text } = look;
    const alignment = [
      across ? ` horizontal="${across}"` : '',
      down ? ` vertical="${down}"` : '',
      wrap ? ' wrapText="1"' : '',
    ].join('');
    const format =
      `<xf numFmtId="${text || quoted ? 49 : 0}" fontId="${this.#fontOf(look)}" fillId="${this.#fillOf(fill)}" ` +
      `borderId="${border ? 1 : 0}" xfId="0"${quoted ? ' quotePrefix="1"' : ''} applyNumberFormat="1" applyFont="1" ` +
      `applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">` +
      `${alignment ? `<alignment${alignment}/>` : ''}<protection locked="${open ? 0 : 1}"/></xf>`;
    return numberIn(this.#formats, format);
  }

  toXml(): string {
    const list = (name: string, entries: Iterable<string>) => {
      const all = [...entries];
      return `<${name} count="${all.length}">${all.join('')}</${name}>`;
    };
    const line = (side: string) => `<${side} style="thin"><color rgb="FFBFC4CC"/></${side}>`;
    const none = '<border><left/><right/><top/><bottom/><diagonal/></border>';
    const thin = `<border>${['left', 'right', 'top', 'bottom'].map(line).join('')}<diagonal/></border>`;
    return (
      `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
      list('fonts', this.#fonts.keys()) +
      list(
        'fills',
        [...this.#fills.keys()].map((fill) => `<fill>${fill}</fill>`),
      ) +
      list('borders', [none, thin]) +
      list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
      list('cellXfs', this.#formats.keys()) +
      list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
      `</styleSheet>`
    );
  }

  #fontOf({ bold, italic, size = 10, color }: CellStyle): number {
    return numberIn(
      this.#fonts,
      `<font>${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}<sz val="${size}"/>` +
        `<color rgb="FF${color ?? '1F2430'}"/><name val="${escapeXml(this.#font)}"/></font>`,
    );
  }

  #fillOf(fill: string | undefined): number {
    if (!fill) return 0;
    return numberIn(
      this.#fills,
      `<patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill>`,
    );
  }
}

function numberIn(table: Map<string, number>, entry: string): number {
  const known = table.get(entry);
  if (known !== undefined) return known;
  table.set(entry, table.size);
  return table.size - 1;
}
