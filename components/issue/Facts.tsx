import type { ComponentChildren } from 'preact';
import './facts.css';

export type Fact = Readonly<{ name: string; value: ComponentChildren }>;

/** Names and values in two columns; facts without a value are left out, never guessed. */
export function Facts({ facts }: Readonly<{ facts: readonly Fact[] }>) {
  return (
    <dl class="facts">
      {facts
        .filter(({ value }) => value !== '' && value !== null && value !== undefined)
        .map(({ name, value }) => (
          <div class="fact" key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
