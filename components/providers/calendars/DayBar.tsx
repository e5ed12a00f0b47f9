const DAY_MINUTES = 1440;

type Window = readonly [from: number, to: number];

/** The part of windows that lies within the day itself, and what is left of the night before. */
export function spansOfDay(windows: readonly Window[], before: readonly Window[] = []): Window[] {
  const rest = before.map(([, to]): Window => [0, to - DAY_MINUTES]);
  return [...rest, ...windows]
    .map(([from, to]): Window => [Math.max(0, from), Math.min(DAY_MINUTES, to)])
    .filter(([from, to]) => from < to);
}

/** Midnight to midnight: when it is open. The words stand beside it. */
export function DayBar({ spans }: { spans: readonly Window[] }) {
  return (
    <svg
      class="prov-daybar"
      viewBox={`0 0 ${DAY_MINUTES} 12`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect class="prov-daybar-day" x="0" y="0" width={DAY_MINUTES} height="12" />
      {spans.map(([from, to]) => (
        <rect key={from} class="prov-daybar-open" x={from} y="0" width={to - from} height="12" />
      ))}
      {[360, 720, 1080].map((at) => (
        <line key={at} class="prov-daybar-tick" x1={at} x2={at} y1="0" y2="12" />
      ))}
    </svg>
  );
}
