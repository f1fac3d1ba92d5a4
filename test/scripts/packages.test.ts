import { describe, expect, test } from 'vitest';
import { isInstalled } from '../../src/scripts/packages.mjs';

const lock = (packages: object) => ({ packages: { '': { version: '0.1.0' }, ...packages } });
const wanted = lock({
  'node_modules/astro': { version: '7.3.5' },
  'node_modules/linux': { version: '1.0.0', optional: true },
});

describe('isInstalled', () => {
  test('not before the first install, nor after one that broke off: npm has left no record', () => {
    expect(isInstalled(wanted, undefined)).toBe(false);
  });

  test('when every package is there in its version', () => {
    const { '': _, ...packages } = wanted.packages;
    expect(isInstalled(wanted, { packages })).toBe(true);
  });

  test('without the optional packages of other systems, and with those of this one', () => {
    expect(
      isInstalled(wanted, {
        packages: {
          'node_modules/astro': { version: '7.3.5' },
          'node_modules/darwin': { version: '1.0.0', optional: true },
        },
      }),
    ).toBe(true);
  });

  test('not when the lock file asks for another version', () => {
    const packages = { 'node_modules/astro': { version: '7.3.4' } };
    expect(isInstalled(wanted, { packages })).toBe(false);
  });

  test('not when the lock file has gained a package', () => {
    expect(isInstalled(wanted, { packages: {} })).toBe(false);
  });

  test('not when the lock file has lost a package', () => {
    const packages = {
      'node_modules/astro': { version: '7.3.5' },
      'node_modules/zod': { version: '4.0.0' },
    };
    expect(isInstalled(wanted, { packages })).toBe(false);
  });
});
