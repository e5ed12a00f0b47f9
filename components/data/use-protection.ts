import { useState } from 'preact/hooks';
import { generatePassword, passwordProblem } from '../../lib/domain/privacy/password.ts';
import type { PasswordProblem } from '../../lib/domain/privacy/password.ts';

type Typed = Readonly<{ on: boolean; password: string; repeated: string; shown: boolean }>;

export type Protection = Typed &
  Readonly<{
    /** Said once somebody tried to go on, or typed the second password. */
    problem: PasswordProblem | null;
    set(change: Partial<Typed>): void;
    suggest(): void;
    /** The password to go on with, null where none is wanted; undefined where something is wrong, which is then said. */
    take(): string | null | undefined;
    /** Nothing typed is kept longer than it is needed. */
    forget(): void;
  }>;

const NOTHING: Typed = { on: false, password: '', repeated: '', shown: false };
const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

/** A password for what goes out, while it is typed. It lives in this state only. */
export function useProtection(): Protection {
  const [typed, setTyped] = useState(NOTHING);
  const [tried, setTried] = useState(false);
  const problem = typed.on ? passwordProblem(typed.password, typed.shown ? null : typed.repeated) : null;
  return {
    ...typed,
    problem: tried ? problem : null,
    set: (change) => setTyped({ ...typed, ...change }),
    suggest() {
      const password = generatePassword(random);
      setTyped({ ...typed, password, repeated: '', shown: true });
    },
    take() {
      if (!typed.on) return null;
      setTried(problem !== null);
      return problem === null ? typed.password : undefined;
    },
    forget() {
      setTyped(NOTHING);
      setTried(false);
    },
  };
}
