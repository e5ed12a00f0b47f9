type Papa = Readonly<{ unparse(rows: (string | number)[][], config: object): string }>;

const BATCH = 200;

/** Rows in, CSV text out; quoting is papaparse's. Every field is quoted, lines end with CR LF as RFC 4180 says. */
export function createRowWriter(papa: Papa, delimiter: ',' | ';', write: (text: string) => void) {
  let rows: (string | number)[][] = [];
  function flush(): void {
    if (rows.length === 0) return;
    write(`${papa.unparse(rows, { quotes: true, delimiter, newline: '\r\n', header: false })}\r\n`);
    rows = [];
  }
  return {
    add(row: readonly (string | number)[]) {
      rows.push([...row]);
      if (rows.length >= BATCH) flush();
    },
    flush,
  };
}
