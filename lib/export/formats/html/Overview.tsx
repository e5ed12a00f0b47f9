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
          {row.map((cell, column) => (
            <td>{column === 0 ? <a href={`#${ids[index] ?? ''}`}>{cell}</a> : <bdi>{cell}</bdi>}</td>
          ))}
        </tr>
      ))}
    </>
  );
}

export function OverviewHead({ cells }: { cells: readonly string[] }) {
  return (
    <tr>
      {cells.map((cell) => (
        <th scope="col">{cell}</th>
      ))}
    </tr>
  );
}
