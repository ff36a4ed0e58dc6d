import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scene } from '#shared/chart/scene.ts';
import { escapeXml, svgOf } from '#shared/chart/svg.ts';
import { parseSvg } from './parse-svg.ts';

function sceneOf(text: string): Scene {
  return {
    width: 200,
    height: 100,
    title: text,
    description: text,
    language: 'en',
    backdrop: [{ kind: 'rect', role: 'region', x: 0, y: 0, width: 200, height: 50, fill: 'tier1' }],
    items: [
      {
        id: 'a',
        label: text,
        description: text,
        x: 50,
        y: 50,
        radius: 9,
        shapes: [
          { kind: 'path', role: 'mark', x: 50, y: 50, d: 'M-9 -9H9V9H-9Z', fill: 'category:employees' },
          {
            kind: 'text',
            role: 'label',
            x: 62,
            y: 54,
            text,
            size: 12,
            anchor: 'start',
            fill: 'text',
            halo: true,
          },
        ],
      },
    ],
    front: [],
  };
}

describe('SVG file', () => {
  it('escapes what a name may contain', () => {
    const svg = svgOf(sceneOf('</text><script>alert(1)</script> & "co" \u0000\u000b\ud800 強制労働'));
    expect(svg).not.toMatch(/<script/);
    expect(svg).toContain(
      '&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;co&quot;  強制労働',
    );
  });

  it('stays well-formed whatever the text: a strict parser reads it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(() => parseSvg(svgOf(sceneOf(text)))).not.toThrow();
      }),
      { numRuns: 200 },
    );
  });

  it('keeps every character that XML allows', () => {
    expect(escapeXml('tab\tline\nかな 😀 \u{10ffff}')).toBe('tab\tline\nかな 😀 \u{10ffff}');
  });

  it('carries its words for those who do not see it, and fetches nothing', () => {
    const svg = svgOf(sceneOf('Child labour'));
    expect(svg).toContain('<title id="title">Child labour</title>');
    expect(svg).toContain('<desc id="description">Child labour</desc>');
    expect(svg).toContain('role="img"');
    expect(svg).not.toMatch(/href|url\(|@import|<style|<image/);
  });

  it('is painted for its ground', () => {
    expect(svgOf(sceneOf('x'), { scheme: 'dark' })).not.toBe(svgOf(sceneOf('x'), { scheme: 'light' }));
  });
});
