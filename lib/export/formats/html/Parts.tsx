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

export function Table({ head, rows }: { head: readonly string[]; rows: readonly (readonly string[])[] }) {
  if (rows.length === 0) return null;
  return (
    <table>
      <thead>
        <tr>
          {head.map((cell) => (
            <th scope="col">{cell}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {row.map((cell) => (
              <td>
                <bdi>{cell}</bdi>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
