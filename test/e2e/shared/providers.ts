import { describe, expect, it } from 'vitest';
import type { Bench } from './bench.ts';
import { expectWholeLog } from './chain.ts';
import { addProvider, dismissMessage, fill, thingsOf } from './provider-steps.ts';
import { openLog, recordProblem } from './steps.ts';

/** Who is responsible for what, and what was agreed: written down, changed, taken back. */
export function providerArea(bench: () => Bench): void {
  describe('systems of a provider', () => {
    it('are known by addresses that are said in words, added and taken off with a way back', async () => {
      const page = await addProvider(bench(), { name: 'Delta', address: 'erp.delta.example' });
      await page.click('link', /^Systems/);
      await page.waitForText('Everything on erp.delta.example');
      await fill(page, /^Add an address to/, 'https://files.delta.example/share/list.html?id=7');
      await page.click('radio', 'Addresses that begin with files.delta.example/share');
      await page.click('button', 'Add address');
      await page.waitForElement('button', /^Remove “Addresses that begin with files/);
      await dismissMessage(page);
      await fill(page, 'Which system is this address?', 'https://files.delta.example/share/x');
      await page.waitForText('It belongs to erp.delta.example.');

      await page.click('button', /^Remove “Everything on erp\.delta\.example”/);
      await page.waitFor(() => !document.body.innerText.includes('Everything on erp.delta.example'));
      await fill(page, 'Which system is this address?', 'erp.delta.example');
      await page.waitForText('No system is known by it.');
      await page.click('button', 'Undo');
      await page.waitForText('It belongs to erp.delta.example.');
      await page.close();
    });

    it('that share an address say that Casebook will ask', async () => {
      const page = await addProvider(bench(), { name: 'Epsilon', address: 'shared.example' });
      await page.click('link', /^Systems/);
      await fill(page, /^Name$/, 'Second');
      await fill(page, /^Address$/, 'shared.example');
      await page.click('button', 'Add a system');
      await page.waitForText(/Also an address of shared\.example/);
      await fill(page, 'Which system is this address?', 'https://shared.example/');
      await page.waitForText('Casebook would ask: ');
      await page.close();
    });

    it('refuse an address that names nobody, in one sentence', async () => {
      const page = await addProvider(bench(), { name: 'Zeta', address: 'zeta.example' });
      await page.click('link', /^Systems/);
      await fill(page, /^Add an address to/, '*.com');
      await page.press('Enter');
      await page.waitForText('This would fit the pages of strangers, too.');
      await fill(page, /^Add an address to/, 'zeta.example');
      await page.press('Enter');
      await page.waitForText('This address is there already.');
      await page.close();
    });
  });

  describe('an agreement', () => {
    it('is changed from a date, and what held before stays to be read', async () => {
      const page = await addProvider(bench(), {
        name: 'Eta',
        address: 'eta.example',
        starter: /office hours/i,
      });
      await page.click('link', /^Agreement/);
      await page.click('button', 'Change from a date…');
      await page.waitForText('Holds from');
      await fill(page, /^First answer, priority 1/, '2 days');
      await page.click('button', 'Save version');
      await page.waitForText('two days of 8 hours are 16 h');
      await page.waitFor(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
      // The keyboard is in the cell that is not right.
      await page.press('Control+a');
      await page.type('45 min');
      await page.click('button', 'Save version');
      await page.waitForText('In force since');
      await dismissMessage(page);
      await page.click('button', /^From .* 2026 until/);
      await page.waitForText('1 h');
      const [agreement] = (await thingsOf(bench(), 'agreement')).slice(-1);
      expect(agreement?.['versions']).toMatchObject([
        { targets: { P1: { responseMin: 60 } } },
        { targets: { P1: { responseMin: 45 } } },
      ]);
      await page.close();
    });

    it('says its small print in a plain sentence each, and what is usual', async () => {
      const page = await addProvider(bench(), {
        name: 'Theta',
        address: 'theta.example',
        starter: /office hours/i,
      });
      await page.click('link', /^Agreement/);
      await page.click('button', 'Correct what is in force…');
      await page.click('button', 'Details');
      await page.waitForText('Both priorities are kept; this one sets the target.');
      await page.focus('combobox', 'Reopening');
      await page.press('ArrowDown');
      await page.click('button', 'Save version');
      await page.waitForElement('button', 'Correct what is in force…');
      await dismissMessage(page);
      await page.click('button', 'Details');
      await page.waitForText('The first fix counts');
      await page.waitForText('When we reported it (standard)');
      const [agreement] = (await thingsOf(bench(), 'agreement')).slice(-1);
      expect(agreement?.['versions']).toMatchObject([{ reopen: 'first' }]);
      expect(JSON.stringify(agreement)).not.toContain('startAt');
      await page.close();
    });

    it('keeps the deadline for claims, with an example', async () => {
      const page = await addProvider(bench(), {
        name: 'Iota',
        address: 'iota.example',
        starter: /office hours/i,
      });
      await page.click('link', /^Agreement/);
      await page.click('button', 'Correct what is in force…');
      await page.focus('combobox', 'Tell them');
      await page.press('ArrowDown');
      await page.click('button', 'Save version');
      await page.waitForText('How long? Without a number this would be at once.');
      await fill(page, /^Number$/, '1');
      await page.waitForText(/within 1 hour of when we noticed it\. An incident on .*: until /);
      await page.click('button', 'Save version');
      await page.waitForElement('button', 'Correct what is in force…');
      await page.waitForText('within 1 hour of when we noticed it');
      await page.close();
    });
  });

  describe('a calendar', () => {
    it('with a lunch break, a night and a closure over New Year shows what it means', async () => {
      const page = await openLog(bench().driver, '/providers/calendars');
      await page.click('button', 'Add working hours');
      await fill(page, /^Name$/, 'Acme desk');
      await fill(page, 'Hours on Monday', '8-12, 13-17');
      await page.click('button', 'Monday for Tuesday to Friday');
      await fill(page, 'Hours on Saturday', '22-6');
      await fill(page, 'Hours on Friday', '9-13, 12-17');
      await page.waitForText('The preview comes back');
      await page.click('button', 'Add a yearly closure');
      await page.click('button', 'Save hours');
      await page.waitForText('“9-13” and “12-17” overlap.');
      await fill(page, 'Hours on Friday', '8–12');
      await page.waitForText('06:00 next day');
      await page.click('button', 'Save hours');
      await page.waitForElement('heading', 'Acme desk');
      await page.waitForText('08:00–12:00, 13:00–17:00');
      await page.waitForText('24 – January 1');
      const calendar = (await thingsOf(bench(), 'calendar')).find(({ name }) => name === 'Acme desk');
      expect(calendar?.['versions']).toMatchObject([
        {
          hours: {
            weekly: {
              tue: [
                ['08:00', '12:00'],
                ['13:00', '17:00'],
              ],
              fri: [['08:00', '12:00']],
              sat: [['22:00', '06:00']],
            },
            recurring: [{ from: '12-24', to: '01-01', windows: [] }],
          },
        },
      ]);
      await page.close();
    });
  });

  describe('people and teams', () => {
    it('contacts stand on an escalation path, a role is enough', async () => {
      const page = await addProvider(bench(), { name: 'Kappa', address: 'kappa.example' });
      await page.click('link', /^Contacts/);
      for (const [number, level] of [
        ['+49 30 222', '2'],
        ['+49 30 111', '1'],
      ] as const) {
        await page.click('button', 'Add a contact');
        await fill(page, 'Number or address of way 1', number);
        await page.focus('combobox', 'Place on the escalation path');
        await page.press(level);
        await page.click('button', 'Save contact');
        await page.waitForText(number);
        await dismissMessage(page);
      }
      const text = await page.text();
      expect(text.indexOf('+49 30 111')).toBeLessThan(text.indexOf('+49 30 222'));
      await page.click('link', /^Overview/);
      await page.waitForText('Service desk, +49 30 111');
      await page.close();
    });

    it('a team has working hours, and the name in the settings is kept', async () => {
      const page = await openLog(bench().driver, '/providers/teams');
      await page.waitForText('our time is counted around the clock');
      await page.click('button', 'Add team');
      await page.waitForText('A team needs a name.');
      await page.waitFor(() => document.activeElement?.localName === 'input');
      await page.type('Accounting');
      await page.press('Enter');
      await page.waitForElement('combobox', 'Working hours of Accounting');
      await page.focus('combobox', 'Working hours of Accounting');
      await page.press('ArrowDown');
      await page.waitFor(() => !document.body.innerText.includes('No team has working hours yet'));
      await page.close();

      const settings = await openLog(bench().driver, '/settings');
      await fill(settings, 'Your name (optional)', 'Kim');
      await settings.press('Enter');
      await settings.waitForText('Saved');
      await settings.reload();
      await settings.waitFor(() =>
        [...document.querySelectorAll('input')].some(({ value }) => value === 'Kim'),
      );
      await settings.close();
    });
  });

  describe('nothing is deleted', () => {
    it('what is retired comes back with one click, from the message or later', async () => {
      const page = await addProvider(bench(), { name: 'Lambda', address: 'lambda.example' });
      await page.click('button', 'Retire provider');
      await page.waitForText('Lambda retired.');
      await page.waitForElement('heading', /^Providers$/);
      await page.click('button', /retired$/);
      await page.click('button', 'Bring back Lambda');
      await page.waitForElement('link', 'Lambda');
      await page.press('z');
      await page.waitForText('Taken back.');
      await page.waitFor(() => ![...document.querySelectorAll('a')].some((a) => a.textContent === 'Lambda'));
      await page.press('z');
      await page.waitForElement('link', 'Lambda');
      await page.close();
      await expectWholeLog(bench().reader);
    });

    it('every window follows what another one changed', async () => {
      const { driver } = bench();
      const one = await openLog(driver, '/providers');
      await one.waitForElement('link', 'Lambda');
      const two = await addProvider(bench(), { name: 'Mu', address: 'mu.example' });
      await two.close();
      await one.bringToFront();
      await one.waitForElement('link', /^Mu$/);
      await one.close();
    });
  });

  describe('both sides', () => {
    it('a problem on a page of the provider is counted with it, ours first', async () => {
      const { driver, portal } = bench();
      const { host } = new URL(portal.origin);
      const page = await addProvider(bench(), {
        name: 'Nu',
        address: portal.origin,
        starter: /office hours/i,
      });
      await page.waitForText('No issue of this provider in this period');
      await recordProblem(bench(), '/500', 'Nothing can be saved');
      await page.bringToFront();
      await page.waitForText('1 open issue');
      await page.waitForText(/Of .* were with us and .* with Nu\./);
      const text = await page.text();
      expect(text).toContain(host);
      expect(text.indexOf('were with us')).toBeLessThan(text.indexOf('with Nu.'));
      await page.focus('combobox', /^Period/);
      await page.press('End');
      await page.waitForText(/Of .* were with us/);
      await page.close();
      const list = await openLog(driver, '/providers');
      await list.waitForText('1 open');
      await list.close();
    });
  });
}
