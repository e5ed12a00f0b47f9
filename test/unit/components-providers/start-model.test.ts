import { describe, expect, it } from 'vitest';
import {
  patternsIn,
  startProblems,
  startThings,
} from '../../../components/providers/quick-start/start-model.ts';
import type { StartDraft } from '../../../components/providers/quick-start/start-model.ts';
import { foldDirectory } from '../../../lib/domain/directory/directory.ts';
import type { Provider } from '../../../lib/domain/directory/provider.ts';
import { readThing } from '../../../lib/domain/directory/read-entry.ts';
import { STARTERS } from '../../../lib/domain/directory/starters.ts';
import { systemOf } from '../../../lib/domain/directory/system-of.ts';

const draft: StartDraft = {
  name: ' Acme IT ',
  addresses: 'https://portal.acme.example/erp/login crm.acme.example',
  system: '',
  starter: 'msp_9_5',
  since: '2026-01-01',
  kind: 'msp',
  zone: 'Europe/Berlin',
};
const names = { agreement: 'A', aroundTheClock: 'B', officeHours: 'C' };

function started(of: StartDraft) {
  let last = 0;
  return startThings(of, { ids: () => `id${(last += 1)}`, names });
}

const EMPTY_DIRECTORY = foldDirectory([]);

describe('a provider that is set up in one go', () => {
  it.each(STARTERS)(
    'is a provider, an agreement with its hours, and a system that is recognised: %s',
    (starter) => {
      const { providerId, things } = started({ ...draft, starter });
      expect(things.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['provider', 'calendar', 'agreement', 'system'])); // prettier-ignore
      for (const { kind, value } of things) expect(readThing(kind, value), kind).not.toBeNull();
      const systems = things.flatMap((thing) => (thing.kind === 'system' ? [thing.value] : []));
      expect(systems).toHaveLength(1);
      expect(systems[0]).toMatchObject({ name: 'portal.acme.example', providerId });
      expect(systemOf(systems, 'https://crm.acme.example/x').kind).toBe('one');
      expect(new Set(things.map(({ value }) => value.id)).size).toBe(things.length);
    },
  );

  it('needs no address, and then has no system', () => {
    const { things } = started({ ...draft, addresses: '' });
    expect(things.map(({ kind }) => kind)).toEqual(['provider', 'calendar', 'agreement']);
  });

  it('takes the name of the system that somebody typed', () => {
    const { things } = started({ ...draft, system: 'Invoices' });
    expect(things.at(-1)).toMatchObject({ kind: 'system', value: { name: 'Invoices' } });
  });

  it('names each address once', () => {
    expect(patternsIn('a.example https://a.example/x, A.example')).toEqual([
      { kind: 'host', pattern: 'a.example' },
    ]);
  });

  it('says what is missing or wrong, field by field', () => {
    expect(startProblems(draft, EMPTY_DIRECTORY)).toEqual({});
    expect(
      startProblems(
        { ...draft, name: '  ', addresses: 'a.example acme', since: '', zone: 'Mars' },
        EMPTY_DIRECTORY,
      ),
    ).toEqual({
      name: { is: 'missing' },
      addresses: { part: 'acme', is: 'one_word' },
      since: true,
      zone: true,
    });
    const acme: Provider = { id: 'p', name: 'ACME it', kind: 'msp', channels: [] };
    const providers = new Map([['p', acme]]);
    expect(startProblems(draft, { ...EMPTY_DIRECTORY, providers }).name).toEqual({
      is: 'taken',
      by: 'ACME it',
    });
  });
});
