import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const EVERY_MS = 100;

/** Memory of its own of each process of a family, in MB by process id; empty where the system does not tell. */
async function privateMb(root: number): Promise<ReadonlyMap<number, number>> {
  const facts = new Map<number, Readonly<{ parent: number; mb: number }>>();
  const names = await readdir('/proc').catch(() => []);
  for (const name of names.filter((one) => /^\d+$/.test(one))) {
    const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '');
    const number = (key: string) => Number(new RegExp(`^${key}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    facts.set(Number(name), { parent: number('PPid'), mb: number('RssAnon') / 1024 });
  }
  const belongs = (id: number): boolean => {
    const fact = facts.get(id);
    return id === root || (fact !== undefined && fact.parent > 1 && belongs(fact.parent));
  };
  return new Map([...facts].filter(([id]) => belongs(id)).map(([id, { mb }]) => [id, mb]));
}

/** The most that a single process of a browser holds above what it held at the start, in MB, until stopped. */
export async function watchProcesses(root: number): Promise<() => Promise<number>> {
  const base = await privateMb(root);
  let most = 0;
  let watching = true;
  const watch = (async () => {
    while (watching) {
      for (const [id, mb] of await privateMb(root)) most = Math.max(most, mb - (base.get(id) ?? 0));
      await pause(EVERY_MS);
    }
  })();
  return async () => {
    watching = false;
    await watch;
    return most;
  };
}
