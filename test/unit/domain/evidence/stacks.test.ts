import { describe, expect, it } from 'vitest';
import { visibleStack } from '../../../../lib/domain/evidence/page-evidence.ts';
import { stacksIn } from '../../../../lib/domain/evidence/stacks.ts';
import { createScrubber } from '../../../../lib/domain/privacy/scrubber.ts';
import { quickestMs } from '../../../support/quick.ts';

const scrubber = createScrubber({ secret: new Uint8Array(32) });
const stacks = (...texts: readonly string[]) => stacksIn(texts, scrubber).stacks;

describe('an error stack on a page', () => {
  it.each([
    [
      'Chromium',
      `TypeError: Cannot read properties of undefined (reading 'id')
    at Order.save (https://portal.example/app.js:12:34)
    at async Promise.all (index 0)
    at https://portal.example/app.js:99:1`,
      {
        message: "TypeError: Cannot read properties of undefined (reading 'id')",
        frames: [
          { at: 'Order.save', file: 'https://portal.example/app.js', line: 12, column: 34 },
          { at: '', file: 'https://portal.example/app.js', line: 99, column: 1 },
        ],
      },
    ],
    [
      'Firefox',
      `Error: gone\nsave@https://portal.example/app.js:12:34\n@https://portal.example/app.js:1:2\n`,
      {
        frames: [
          { at: 'save', line: 12, column: 34 },
          { at: '', line: 1 },
        ],
      },
    ],
    [
      'Java',
      `java.lang.NullPointerException: order
	at com.acme.Orders.save(Orders.java:123)
	at sun.reflect.NativeMethodAccessorImpl.invoke0(Native Method)
Caused by: java.sql.SQLException: timeout
	at com.acme.Db.query(Db.java:7)`,
      {
        message: 'java.lang.NullPointerException: order',
        frames: [{ at: 'com.acme.Orders.save', file: 'Orders.java', line: 123 }, { file: 'Native Method' }],
      },
    ],
    [
      '.NET, in German',
      `[NullReferenceException: Der Objektverweis wurde nicht festgelegt.]
   bei Acme.Orders.Save(Int32 id) in C:\\build\\Orders.cs:Zeile 12
   bei System.Web.UI.Page.ProcessRequest()`,
      {
        frames: [
          { at: 'Acme.Orders.Save(Int32 id)', file: 'C:\\build\\Orders.cs', line: 12 },
          { at: 'System.Web.UI.Page.ProcessRequest()', file: '' },
        ],
      },
    ],
    [
      'Python, which says it below',
      `Traceback (most recent call last):
  File "/srv/app/orders.py", line 12, in save
    db.commit()
  File "/srv/app/db.py", line 3, in commit
    raise Timeout()
app.Timeout: database did not answer`,
      {
        message: 'app.Timeout: database did not answer',
        frames: [
          { at: 'save', file: '/srv/app/orders.py', line: 12 },
          { at: 'commit', file: '/srv/app/db.py', line: 3 },
        ],
      },
    ],
    [
      'PHP',
      `PHP Fatal error: Uncaught Exception\n#0 /var/www/orders.php(12): Orders->save(4711)\n#1 {main}`,
      { frames: [{ at: 'Orders->save(4711)', file: '/var/www/orders.php', line: 12 }] },
    ],
  ])('is read as %s prints it', (_name, text, expected) => {
    const [first] = stacks(text);
    expect(first).toMatchObject(expected);
    expect(first?.frames).toHaveLength(expected.frames.length);
  });

  it('has its cause as a stack of its own', () => {
    const text = `A: one\n at com.acme.A.a(A.java:1)\nCaused by: B: two\n at com.acme.B.b(B.java:2)`;
    expect(stacks(text).map(({ message }) => message)).toEqual(['A: one', 'Caused by: B: two']);
  });

  it('is not found in ordinary text', () => {
    for (const text of ['Meet me at noon (room 12)', 'mail@example.org', '', 'at 14:02:05', 'a\nb\nc'])
      expect([text, stacks(text)]).toEqual([text, []]);
  });

  it('loses its secrets and stays within its limits', () => {
    const secret = '8f2c91d07ab34e55a1b2c3d4e5f60718';
    const frames = Array.from(
      { length: 50 },
      (_, i) => ` at f${i} (https://portal.example/a.js?access_token=${secret}:${i}:1)`,
    );
    const text = `Error: Authorization: Bearer ${secret}\n${frames.join('\n')}`;
    const { stacks: found, masked } = stacksIn([text, text, text, text], scrubber);
    expect(JSON.stringify(found)).not.toContain(secret);
    expect(masked.length).toBeGreaterThan(0);
    expect(found).toHaveLength(3);
    for (const one of found) expect(visibleStack.safeParse(one).success).toBe(true);
    expect(found[0]?.frames).toHaveLength(10);
  });

  it('cannot be made slow', async () => {
    const hostile = [
      `at ${'('.repeat(6000)}`,
      `${'@'.repeat(6000)}:1`,
      `at ${'a '.repeat(3000)}:1:1`,
      `File "${'x'.repeat(6000)}`,
      `#1 ${'('.repeat(6000)}`,
      '\n'.repeat(6000),
    ];
    const work = () => stacks(...hostile, ...hostile.map((line) => `${line}\n`.repeat(50)));
    expect(await quickestMs(work, 500)).toBeLessThan(500);
  });
});
