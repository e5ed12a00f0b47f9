import type { CaptureId } from '../../domain/ledger/primitives.ts';
import { withTimeLimit } from '../../capture/time-limit.ts';
import { codeOf } from '../capture/drafts.ts';
import type { Done } from '../client/protocol.ts';
import type { SystemChoice, SystemOffers, SystemView } from '../client/system-view.ts';
import { EMPTY_DIGEST } from './digest.ts';
import { createSystemChanges } from './system-changes.ts';
import type { SystemDeps } from './system-changes.ts';
import { alwaysOf } from './system-edits.ts';
import { recognisedIn, systemViewIn } from './system-in.ts';
import type { Described } from './system-in.ts';

type Refusal = Extract<Done, { ok: false }>;

/** Whose system a capture shows, and how the popup says so. */
export type SystemDesk = Readonly<{
  /** Always answers soon: where the browser's storage does not, nothing is recognised. `told`: the provider knows. */
  view(issue: Described, at: string, told: boolean): Promise<SystemView>;
  list(capture: CaptureId): Promise<SystemOffers | Refusal>;
  set(capture: CaptureId, choice: SystemChoice): Promise<Done>;
  /** Takes the last one back; doing it twice changes nothing. */
  undo(capture: CaptureId): Promise<Done>;
  /** Reads what the next capture will need. */
  warm(): void;
}>;

/** A popup is shown without its system rather than late. */
const LIMIT_MS = 300;

export function createSystemDesk(deps: SystemDeps): SystemDesk {
  const { digests } = deps;
  const changes = createSystemChanges(deps);

  async function guarded<T>(work: () => Promise<T>): Promise<T | Refusal> {
    try {
      return await work();
    } catch (error) {
      return { ok: false, code: codeOf(error) };
    }
  }
  return {
    async view(issue, at, told) {
      const read = await withTimeLimit(() => digests.now(), LIMIT_MS);
      return systemViewIn(read.ok ? read.value : EMPTY_DIGEST, issue, Date.parse(at), told);
    },
    list: (capture) =>
      guarded(async () => {
        const [issue, digest] = await Promise.all([changes.issueOf(capture), digests.now()]);
        const recognised = recognisedIn(digest, issue);
        const tied = recognised.kind === 'ask' ? recognised.systems.map(({ id }) => id) : [];
        return {
          ok: true,
          systems: digest.systems.map(({ value: { id, name }, provider }) => ({
            id,
            name,
            provider,
            fits: tied.includes(id),
          })),
          providers: digest.providers.map(({ id, name }) => ({ id, name })),
          always: alwaysOf(digest, issue, recognised).map(({ pattern }) => pattern.pattern),
          // Where several fit, each time is asked on purpose.
          usual: recognised.kind !== 'ask',
        };
      }),
    set: (capture, choice) => guarded(() => changes.set(capture, choice)),
    undo: (capture) => guarded(() => changes.undo(capture)),
    warm: () => void digests.now(),
  };
}
