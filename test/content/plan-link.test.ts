import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Task } from '../../src/calculator/index.ts';
import { forTimeline } from '../../src/notices/index.ts';
import { decodePlan, encodePlan, isPlan, newPlanId, type PlanState } from '../../src/plan/index.ts';
import { dateBetween } from '../calculator/arbitraries.ts';
import { notice as full } from '../calculator/support.ts';

const notice = forTimeline(full);
const day = dateBetween('2026-01-01', '2027-12-31');
const name = fc
  .string({
    unit: fc.constantFrom('审', '核', 'a', ' ', '~', '&', '=', '#', '%', '，'),
    minLength: 1,
    maxLength: 18,
  })
  .map((text) => `步${text}骤`);
const step = fc.record({ name, workdays: fc.integer({ min: 1, max: 99 }) });
const task: fc.Arbitrary<Task> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('do', 'years', 'ban'),
    rule: fc.constant('integrity'),
    on: day,
  }),
  fc.record({
    kind: fc.constant('amounts' as const),
    rule: fc.constant('continuingEducation'),
    year: fc.integer({ min: 2000, max: 2099 }),
    on: day,
  }),
);
const steps = fc
  .tuple(
    fc.array(step, { maxLength: 4 }),
    fc.integer({ min: 5, max: 9 }),
    fc.array(step, { maxLength: 3 }),
  )
  .map(([before, workdays, after]) => [
    ...before,
    { name: '公示', workdays, publicity: true },
    ...after,
  ]);
const plan: fc.Arbitrary<Partial<PlanState>> = fc.record(
  {
    id: fc.constant(undefined).map(newPlanId),
    role: fc.constantFrom('applicant', 'employer', 'office'),
    submittedOn: day,
    postedOn: day,
    countPostingDay: fc.constant(true),
    steps,
    waiting: fc.integer({ min: 0, max: 99_999 }),
    tasks: fc.array(task, { minLength: 1, maxLength: 20 }),
  },
  { requiredKeys: [] },
);

const read = (text: string) => decodePlan(notice, text);

describe('a plan in a link', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(plan, (given) => {
        const fragment = encodePlan(notice, given);
        // Names lose runs of white space, as they do when they are typed.
        const said = JSON.parse(JSON.stringify(given), (key, value) =>
          key === 'name' ? value.replace(/\s+/g, ' ').trim() : value,
        );
        expect(read(`#${fragment}`)).toEqual({ plan: said, dropped: 0, version: notice.version });
        expect(read(fragment)).toEqual(read(`#${fragment}`));
      }),
    );
  });

  test('is told from the self-check’s own fragments and from headings', () => {
    expect(isPlan(`#${encodePlan(notice, {})}`)).toBe(true);
    for (const other of ['', '#', '#v=2026.1&r=likely', '#timeline-take', '#planner', '#x&plan=1'])
      expect(read(other)).toBeUndefined();
  });

  test('is never a reason to fail, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const found = read(`#plan=${text}`);
        expect(found?.dropped).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test.each([
    'role=admin',
    'role=__proto__',
    'role=constructor',
    'submit=2026-02-30',
    'submit=20260717',
    'post=tomorrow',
    'count=2',
    'waiting=-1',
    'waiting=1e3',
    'waiting=100000',
    'step=0~审核&publicity=5~公示',
    'step=100~审核',
    'step=2~',
    'step=2~%20%00',
    'publicity=4~公示',
    'publicity=5~公示&publicity=5~公示',
    'step=2~审核',
    'task=do~integrity~2026-02-30',
    'task=pay~integrity~2026-07-01',
    'task=do~<img>~2026-07-01',
    'task=amounts~continuingEducation~2026-07-19',
    'task=years~qualification~2026-07-19~2026',
    'onload=alert(1)',
    '__proto__=1',
  ])('drops “%s” and says so', (pair) => {
    const found = read(`#plan=2026.1&${pair}`);
    expect(found?.dropped).toBeGreaterThan(0);
    const { steps, ...rest } = found?.plan ?? {};
    expect(rest).toEqual({});
    // The publicity that stood beside a bad step is still a whole plan.
    expect(steps ?? []).toEqual(
      pair.startsWith('step=0') ? [expect.objectContaining({ workdays: 5 })] : [],
    );
  });

  test('is not read when it is far longer than a plan can be', () => {
    expect(read(`#plan=2026.1&submit=2026-07-17&x=${'a'.repeat(5000)}`)).toMatchObject({
      plan: {},
      dropped: 1,
    });
  });

  test('takes no more steps and tasks than a page can show', () => {
    const many = `#plan=1&publicity=5~公示${'&step=1~审核'.repeat(12)}`;
    expect(read(many)).toMatchObject({ plan: {}, dropped: 13 });
    const tasks = read(`#plan=1${'&task=do~integrity~2026-07-01'.repeat(25)}`);
    expect(tasks?.plan.tasks).toHaveLength(20);
    expect(tasks?.dropped).toBe(5);
  });

  test('cuts a name to one line of 20 characters', () => {
    const found = read(`#plan=1&publicity=5~${encodeURIComponent('公\n示\u202e'.repeat(30))}`);
    const [{ name } = { name: '' }] = found?.plan.steps ?? [];
    expect([...name].length).toBeLessThanOrEqual(20);
    expect(name).not.toMatch(/\p{C}/u);
  });
});
