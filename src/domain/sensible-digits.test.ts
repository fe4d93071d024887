import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sensibleDigits } from './sensible-digits';

describe('a computed figure', () => {
  it('has no digits that nobody measured', () => {
    expect(sensibleDigits(3883719617.777208)).toBe(3883719618);
    expect(sensibleDigits(0.1 + 0.2)).toBe(0.3);
  });

  it('stays within a millionth of what was computed, and is itself once rounded', () => {
    const sizes = fc.double({ min: 1e-6, max: 1e15, noNaN: true });
    fc.assert(
      fc.property(sizes, fc.boolean(), (size, negative) => {
        const value = negative ? -size : size;
        const found = sensibleDigits(value);
        expect(Math.abs(found - value)).toBeLessThanOrEqual(Math.max(0.5, Math.abs(value) * 1e-6));
        if (size < 1000) expect(Math.abs(found - value)).toBeLessThanOrEqual(size * 1e-5);
        expect(sensibleDigits(found)).toBe(found);
        expect(String(Math.abs(found)).replace(/[.e-]/g, '').length).toBeLessThanOrEqual(17);
      }),
    );
  });

  it('keeps a price with up to six digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 3, max: 9 }), (whole, places) => {
        const price = Number(`${whole}e-${places}`);
        expect(sensibleDigits(price)).toBe(price);
      }),
    );
  });
});
