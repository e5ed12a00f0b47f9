import { z } from '../../domain/z.ts';
import { captureId, count, text } from '../../domain/ledger/primitives.ts';

const id = text(60);
const name = text(200);

/** How the rule is called: "60-minute rule". */
export const ruleName = z.strictObject({
  unit: z.enum(['minutes', 'hours', 'days', 'businessDays']),
  n: count,
});
export type RuleName = Readonly<z.infer<typeof ruleName>>;

/** The provider must be told by then. `by`: an instant, or a day (`2026-12-31`). */
export const tell = z.strictObject({ who: name, by: text(24), rule: z.optional(ruleName) });
export type Tell = Readonly<z.infer<typeof tell>>;

/** Whose system it is, as far as known: recognised by its address, or said by hand. */
export const systemView = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('one'),
    id,
    name,
    provider: z.nullable(name),
    tell: z.optional(tell),
  }),
  /** Several fit equally well. */
  z.strictObject({ state: z.literal('ask') }),
  z.strictObject({ state: z.literal('none') }),
]);
export type SystemView = Readonly<z.infer<typeof systemView>>;

/** An existing one by its id; with a name: one that is to be made under this id. */
const idOrNew = z.strictObject({ id, name: z.optional(name) });

/** What the popup asks about systems. `always`: one of the addresses that were offered; null: this issue only. */
export const systemRequests = [
  z.strictObject({ verb: z.literal('system.list'), captureId }),
  z.strictObject({
    verb: z.literal('system.set'),
    captureId,
    system: idOrNew,
    /** Only of a new system; missing: nobody knows yet. */
    provider: z.optional(idOrNew),
    always: z.nullable(text(500)),
  }),
  /** Takes back the last one of these. */
  z.strictObject({ verb: z.literal('system.undo'), captureId }),
] as const;
export type SystemChoice = Omit<z.infer<(typeof systemRequests)[1]>, 'verb' | 'captureId'>;

export type SystemOffer = Readonly<{ id: string; name: string; provider: string | null; fits: boolean }>;

/** What can be chosen from. `always`: addresses that can be given to the system for good, the widest first. */
export type SystemOffers = Readonly<{
  ok: true;
  systems: readonly SystemOffer[];
  providers: readonly Readonly<{ id: string; name: string }>[];
  always: readonly string[];
  /** Whether the first of them is what people mean unless they say otherwise. */
  usual: boolean;
}>;
