import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allColours,
  type Colour,
  data,
  heat,
  layerColours,
  roundFamilyColours,
  surface,
  type Theme,
  tierColours,
  vendorColour,
  vendorsWithFixedColour,
} from './palette';

const themes: Theme[] = ['light', 'dark'];

function linear(hex: string): [number, number, number] {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [red, green, blue] = linear(hex);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

// Viénot, Brettel and Mollon 1999 gives dichromat simulation as one matrix on linear RGB.
const simulation = {
  none: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.11238, 0.88762, 0, 0.11238, 0.88762, 0, 0.00401, -0.00401, 1],
  deuteranopia: [0.29275, 0.70725, 0, 0.29275, 0.70725, 0, -0.02234, 0.02234, 1],
} as const;

function oklab(hex: string, matrix: readonly number[]): [number, number, number] {
  const source = linear(hex);
  const seen = [0, 3, 6].map((row) =>
    Math.max(
      0,
      source.reduce((sum, value, at) => sum + value * (matrix[row + at] ?? 0), 0),
    ),
  );
  const [r = 0, g = 0, b = 0] = seen;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function distance(a: string, b: string, matrix: readonly number[]): number {
  const [x, y] = [oklab(a, matrix), oklab(b, matrix)];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

describe('palette', () => {
  const series: [string, Colour][] = [data, roundFamilyColours, tierColours, layerColours].flatMap((group) =>
    Object.entries<Colour>(group),
  );

  it.each(series)('%s is at least 3:1 against both the paper and the panel', (_name, each) => {
    for (const theme of themes) {
      expect(contrast(each[theme], surface.paper[theme])).toBeGreaterThanOrEqual(3);
      expect(contrast(each[theme], surface.panel[theme])).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(['ink', 'muted', 'faint', 'accent'] as const)('%s text is at least 4.5:1', (name) => {
    for (const theme of themes) {
      expect(contrast(surface[name][theme], surface.paper[theme])).toBeGreaterThanOrEqual(4.5);
      expect(contrast(surface[name][theme], surface.panel[theme])).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('keeps numbers readable on every step of the heat scale', () => {
    for (const step of heat) {
      for (const theme of themes)
        expect(contrast(step.fill[theme], step.text[theme])).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('keeps the five most compared vendors apart, also for dichromats', () => {
    const five = ['baidu', 'alibaba', 'tencent', 'huawei', 'sensetime'].map(vendorColour);
    for (const matrix of Object.values(simulation)) {
      for (const theme of themes) {
        for (const [at, one] of five.entries()) {
          for (const other of five.slice(at + 1)) {
            expect(distance(one[theme], other[theme], matrix)).toBeGreaterThan(0.07);
          }
        }
      }
    }
  });

  it('gives every fixed vendor a colour of its own and every other a stable one from the rest', () => {
    const fixed = vendorsWithFixedColour.map((slug) => vendorColour(slug).variable);
    expect(new Set(fixed).size).toBe(vendorsWithFixedColour.length);
    fc.assert(
      fc.property(fc.string(), (slug) => {
        fc.pre(!vendorsWithFixedColour.includes(slug));
        expect(fixed).not.toContain(vendorColour(slug).variable);
        expect(vendorColour(slug)).toBe(vendorColour(slug));
      }),
    );
    expect(vendorColour('constructor').light).toMatch(/^#/);
  });

  it('agrees with the variables that theme.css declares', () => {
    const css = readFileSync(new URL('../ui/theme.css', import.meta.url), 'utf8');
    for (const each of allColours()) {
      expect(css).toContain(`${each.variable}: light-dark(${each.light}, ${each.dark});`);
    }
  });
});
