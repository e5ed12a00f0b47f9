import type { ComponentChildren } from 'preact';
import { safeHref } from '../../../domain/privacy/display.ts';
import type { Fact } from '../../model/outline-facts.ts';

/** An address as a link, if it is one of the web; all others are text. */
function Address({ value }: { value: string }) {
  const href = safeHref(value);
  const text = <bdi class="fixed">{value}</bdi>;
  if (href === null) return text;
  return (
    <a href={href} rel="noopener noreferrer" target="_blank" referrerpolicy="no-referrer">
      {text}
    </a>
  );
}

/** Foreign text keeps its own direction and cannot turn its surroundings around. */
function Value({ fact }: { fact: Fact }) {
  if (fact.kind === 'address') return <Address value={fact.value} />;
  return <bdi class={fact.kind === 'code' ? 'fixed' : undefined}>{fact.value}</bdi>;
}

export function Facts({ facts }: { facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <dl class="facts">
      {facts.map((fact) => (
        <>
          <dt>{fact.label}</dt>
          <dd>
            <Value fact={fact} />
          </dd>
        </>
      ))}
    </dl>
  );
}

export function Section({ heading, children }: { heading: string; children: ComponentChildren }) {
  return (
    <section>
      <h4>{heading}</h4>
      {children}
    </section>
  );
}

/** `free`: the column whose texts may be broken anywhere, such as addresses; the others keep their words whole. */
export function Table({
  head,
  rows,
  free,
  label,
}: {
  head: readonly string[];
  rows: readonly (readonly string[])[];
  free: number;
  label: string;
}) {
  if (rows.length === 0) return null;
  const kind = (column: number) => (column === free ? 'free' : undefined);
  return (
    <div class="wide" role="group" tabIndex={0} aria-label={label}>
      <table>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th scope="col" class={kind(column)}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell, column) => (
                <td class={kind(column)}>
                  <bdi>{cell}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
