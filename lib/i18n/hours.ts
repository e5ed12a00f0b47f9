/** Minutes of working time as people agree on them: `30 min`, `4 h`, `1 h 30 min`, `160 h`. Never days: how long is one? */
export function hoursAndMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes - hours * 60);
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
