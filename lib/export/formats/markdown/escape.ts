// CommonMark 2.4: any ASCII punctuation may stand behind a backslash. Escaped is what means something inside a line
// (in CommonMark, GitHub's extensions, or template languages), …
const SPECIAL = /[\\`*_{}[\]<>#|~&$@]/g;
// … what GitHub makes links or pictures of without any brackets, …
const AUTOMATIC = /:(?=\/|\w+:)|(?<=\bwww)\./gi;
// … and what would begin a list, a rule or a heading. Times and addresses stay readable as plain text this way.
const AT_START = /^([-+=]|\d{1,9}(?=[.)]))/;

function escaped(line: string): string {
  const inside = line.replace(SPECIAL, String.raw`\$&`).replace(AUTOMATIC, String.raw`\$&`);
  return inside.replace(AT_START, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}

/** One line of foreign text, as literal Markdown text: no link, no picture, no HTML, no heading. */
export function mdText(text: string): string {
  return escaped(text.replace(/[\r\n\u2028\u2029]+/g, ' ⏎ '));
}

/** The same inside a table. */
export function mdCell(text: string): string {
  const cell = mdText(text).trim();
  return cell === '' ? '–' : cell;
}

/** Several lines of foreign text, as a quotation: what a line begins with cannot become a list, heading or code. */
export function mdQuote(text: string): string {
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/);
  return lines
    .map((line) => {
      const blanks = /^[ \t]*/.exec(line)?.[0] ?? '';
      const indent = '&nbsp;'.repeat(blanks.replaceAll('\t', '    ').length);
      return `> ${indent}${escaped(line.slice(blanks.length))}`;
    })
    .join('  \n');
}

/** A longer run of backticks than in the text fences it off; foreign text stays readable and copies exactly. */
export function mdCode(text: string): string {
  const line = text.replace(/[\r\n\u2028\u2029]+/g, ' ⏎ ');
  const longest = (line.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${line} ${fence}`;
}
