import type { LedgerBar } from '../../domain/accountability/ledger-bar.ts';
import type { Sha256Hex } from '../../domain/ledger/primitives.ts';

/** A piece of text. Foreign text has been made visible already; layouts only escape it. */
export type Line = Readonly<{
  text: string;
  /** Anchor of what this figure counts, in the annex; its text is what is printed beside it. */
  ref?: Readonly<{ id: string; text: string }> | undefined;
  /** Anchor that the text itself leads to. */
  to?: string | undefined;
  /** A second, quieter line. */
  under?: string | undefined;
}>;

export type Column = Readonly<{
  label: string;
  kind?: 'number' | 'us' | 'them' | 'whole' | 'free' | 'few' | 'fixed' | 'numbers' | undefined;
}>;

export type Share = Readonly<{ side: 'us' | 'provider' | 'nobody'; label: string; ms: number }>;

export type Block =
  | Readonly<{ kind: 'heading'; level: 2 | 3; text: string; id?: string | undefined }>
  | Readonly<{ kind: 'text'; line: Line; quiet?: boolean }>
  /** `boxes`: each to be ticked by hand. */
  | Readonly<{ kind: 'list'; items: readonly Line[]; numbered?: boolean; boxes?: boolean }>
  | Readonly<{ kind: 'facts'; facts: readonly Readonly<{ label: string; line: Line }>[] }>
  /** The first cell of every row is its heading. `ids`: anchors of the rows. */
  | Readonly<{
      kind: 'table';
      caption: string;
      columns: readonly Column[];
      rows: readonly (readonly Line[])[];
      ids?: readonly string[] | undefined;
    }>
  /** Room to write by hand: so many numbered rows, or one for each name. */
  | Readonly<{
      kind: 'blanks';
      caption: string;
      columns: readonly Column[];
      rows: number | readonly string[];
    }>
  /** Ours and theirs, side by side where there is room. */
  | Readonly<{ kind: 'pair'; sides: readonly (readonly Block[])[] }>
  /** Time of many issues, split by who had the ball. The table that follows says the same. */
  | Readonly<{ kind: 'shares'; alt: string; parts: readonly Share[] }>
  /** Who had the ball in one issue. */
  | Readonly<{ kind: 'bar'; alt: string; bar: LedgerBar }>
  /** A picture as it leaves; its bytes are kept beside the document. Sizes in pixels. `file`: its path beside the report. */
  | Readonly<{
      kind: 'picture';
      id: string;
      sha256: Sha256Hex;
      file: string;
      width: number;
      height: number;
      alt: string;
      line: Line;
    }>
  /** What somebody wrote, in several lines. */
  | Readonly<{ kind: 'said'; text: string }>;

/** What stands in the first column of rows to be filled in by hand. */
export const blankRows = (rows: number | readonly string[]): readonly string[] =>
  typeof rows === 'number' ? Array.from({ length: rows }, (_, at) => String(at + 1)) : rows;

/** A pack as its reader meets it: pages for whoever decides, then an annex for whoever works on it. Pure data. */
export type PackDoc = Readonly<{
  language: string;
  title: string;
  /** How many issues are described in it. */
  issues: number;
  pages: readonly Block[];
  annex: readonly Block[];
}>;
