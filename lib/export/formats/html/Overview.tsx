/** How the cells of each column may be broken, in the order of `overviewTable`. */
const COLUMN = ['whole', 'time', 'free', 'site', 'number', 'number', 'words'] as const;

/** A long host may go on in the next line, but only where it has a dot or a colon. */
function Site({ host }: { host: string }) {
  return (
    <bdi>
      {host.split(/(?<=[.:])/).map((part, index) => (
        <>
          {index > 0 && <wbr />}
          {part}
        </>
      ))}
    </bdi>
  );
}

/** Day and clock, each of them unbroken. */
function Time({ at }: { at: string }) {
  const [day, clock] = at.split(' ');
  return (
    <>
      <span class="whole">{day}</span> {clock && <span class="whole">{clock}</span>}
    </>
  );
}

function Cell({ column, text, id }: { column: number; text: string; id: string }) {
  if (column === 0) return <a href={`#${id}`}>{text}</a>;
  if (COLUMN[column] === 'time') return <Time at={text} />;
  if (COLUMN[column] === 'site') return <Site host={text} />;
  return <bdi>{text}</bdi>;
}

/** Rows of the table of contents; the frame around them is written by the format, so that long lists stream. */
export function OverviewRows({
  rows,
  ids,
}: {
  rows: readonly (readonly string[])[];
  ids: readonly string[];
}) {
  return (
    <>
      {rows.map((row, index) => (
        <tr>
          {row.map((text, column) => (
            <td class={COLUMN[column]}>
              <Cell column={column} text={text} id={ids[index] ?? ''} />
            </td>
          ))}
        </tr>
      ))}
    </>
  );
}

export function OverviewHead({ cells }: { cells: readonly string[] }) {
  return (
    <tr>
      {cells.map((cell, column) => (
        <th scope="col" class={COLUMN[column]}>
          {cell}
        </th>
      ))}
    </tr>
  );
}
