import { colourOf, type Scheme } from './palette.ts';
import { SCENE_FONTS, type Scene, type Shape } from './scene.ts';

export interface SvgOptions {
  readonly scheme?: Scheme;
  /** In place of the app's fonts, e.g. those that a drawing machine has. */
  readonly fonts?: string;
}

/**
 * A scene as a file of its own: nothing is fetched, everything is escaped, and title, description and the items'
 * words are in it for those who do not see it. Equal scenes give equal bytes.
 */
export function svgOf(scene: Scene, { scheme = 'light', fonts = SCENE_FONTS }: SvgOptions = {}): string {
  const paint = (shape: Shape) => paintShape(shape, scheme);
  const { width, height } = scene;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${figure(width)}" height="${figure(height)}" viewBox="0 0 ${figure(width)} ${figure(height)}" role="img" aria-labelledby="title description" xml:lang="${escapeXml(scene.language)}" lang="${escapeXml(scene.language)}" font-family="${escapeXml(fonts)}">`,
    `<title id="title">${escapeXml(scene.title)}</title>`,
    `<desc id="description">${escapeXml(scene.description)}</desc>`,
    `<rect width="${figure(width)}" height="${figure(height)}" fill="${colourOf('ground', scheme)}"/>`,
    ...scene.backdrop.map(paint),
    ...scene.items.map(
      (item) =>
        `<g id="item-${escapeXml(item.id)}"><title>${escapeXml(`${item.label}: ${item.description}`)}</title>${item.shapes.map(paint).join('')}</g>`,
    ),
    ...scene.front.map(paint),
    '</svg>\n',
  ].join('\n');
}

function paintShape(shape: Shape, scheme: Scheme): string {
  const style = attributes({
    fill: shape.fill ? colourOf(shape.fill, scheme) : shape.kind === 'line' ? undefined : 'none',
    stroke: shape.stroke && colourOf(shape.stroke, scheme),
    'stroke-width': shape.stroke && (shape.strokeWidth ?? 1),
    'stroke-dasharray': shape.dash?.join(' '),
    opacity: shape.opacity,
  });
  switch (shape.kind) {
    case 'rect':
      return `<rect${attributes({ x: shape.x, y: shape.y, width: shape.width, height: shape.height })}${style}/>`;
    case 'line':
      return `<line${attributes({ x1: shape.x1, y1: shape.y1, x2: shape.x2, y2: shape.y2 })}${style}/>`;
    case 'path':
      return `<path d="${escapeXml(shape.d)}" transform="translate(${figure(shape.x)} ${figure(shape.y)})"${style}/>`;
    case 'text': {
      const place = attributes({
        x: shape.x,
        y: shape.y,
        'font-size': shape.size,
        'font-weight': shape.bold ? 600 : undefined,
        'text-anchor': shape.anchor === 'start' ? undefined : shape.anchor,
      });
      const halo = shape.halo
        ? ` stroke="${colourOf('ground', scheme)}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`
        : '';
      return `<text${place}${style}${halo}>${escapeXml(shape.text)}</text>`;
    }
  }
}

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  let result = '';
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== '')
      result += ` ${name}="${typeof value === 'number' ? figure(value) : escapeXml(value)}"`;
  return result;
}

/** Two decimals: finer than any screen, and the same on every machine. */
function figure(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Text fit for XML 1.0: marked characters escaped, forbidden ones and halves of surrogate pairs left out. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
