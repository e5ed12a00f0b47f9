/** Upper limits of stored strings, in UTF-16 code units. Source: faults.md F44. */
export const LIMITS = {
  url: 8192,
  title: 1024,
  note: 20_000,
  label: 60,
  labels: 20,
  errorText: 500,
  ticket: 120,
  caption: 300,
  fileName: 255,
  systemName: 200,
} as const;
