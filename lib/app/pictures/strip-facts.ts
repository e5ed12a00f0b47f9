import type { Issue } from '../../domain/issue/issue.ts';
import type { IssuePicture } from '../../domain/issue/issue-evidence.ts';
import { visibleText } from '../../domain/privacy/display.ts';
import { classifyAddress } from '../../domain/evidence/classify.ts';
import type { Strip } from './strip.ts';

/** What stands below a picture: the same in every language, so that it can be compared and searched. */
export function stripOf({ at, zone, url }: IssuePicture, { key, host }: Issue): Strip {
  const site = classifyAddress(url).host ?? host;
  return { facts: [key, localMoment(at, zone), ...(site === null ? [] : [visibleText(site)])] };
}

/** `2026-11-23 14:02:05 UTC+01:00 (Europe/Berlin)` */
function localMoment(at: string, zone: string): string {
  const parts = new Map(partsOf(at, zone).map(({ type, value }) => [type, value]));
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  const offset = of('timeZoneName').replace('GMT', 'UTC');
  const date = `${of('year')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')}:${of('second')}`;
  return `${date} ${offset === 'UTC' ? 'UTC+00:00' : offset} (${zone})`;
}

function partsOf(at: string, timeZone: string): Intl.DateTimeFormatPart[] {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  }).formatToParts(new Date(at));
}
