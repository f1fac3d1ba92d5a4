import { expect, test } from 'vitest';
import { faultsIn, groupsOf } from './support/examples.ts';

test.each(groupsOf('roster'))(
  'axe finds nothing in any example of %s',
  async (_, examples) => {
    expect(await faultsIn(examples)).toEqual([]);
  },
  900_000,
);
