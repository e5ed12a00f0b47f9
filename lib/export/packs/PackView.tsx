import { BarChart, SharesChart } from './PackCharts.tsx';
import { blankRows, type Block, type Column, type Line, type PackDoc } from './doc.ts';

export type PictureBlock = Extract<Block, { kind: 'picture' }>;
/** The address of a picture; null: it is named, but not shown. */
export type SourceOf = (picture: PictureBlock) => string | null;

/** Foreign text keeps its own direction and cannot turn its surroundings around. */
function Said({ line: { text, to, ref, under } }: { line: Line }) {
  const words = <bdi>{text}</bdi>;
  return (
    <>
      {to === undefined ? words : <a href={`#${to}`}>{words}</a>}
      {ref !== undefined && (
        <a class="ref" href={`#${ref.id}`}>
          {ref.text}
        </a>
      )}
      {under !== undefined && under !== '' && (
        <span class="under">
          <bdi>{under}</bdi>
        </span>
      )}
    </>
  );
}

function Head({ columns }: { columns: readonly Column[] }) {
  return (
    <thead>
      <tr>
        {columns.map(({ label, kind }) => (
          <th scope="col" class={kind}>
            {label === '' ? <span class="unseen">–</span> : label}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Table({ of }: { of: Extract<Block, { kind: 'table' }> }) {
  if (of.rows.length === 0) return null;
  return (
    <div class="wide" role="group" tabIndex={0} aria-label={of.caption}>
      <table>
        <caption class="unseen">{of.caption}</caption>
        <Head columns={of.columns} />
        <tbody>
          {of.rows.map((row, index) => (
            <tr id={of.ids?.[index]}>
              {row.map((line, column) => {
                const kind = of.columns[column]?.kind;
                return column === 0 ? (
                  <th scope="row" class={kind}>
                    <Said line={line} />
                  </th>
                ) : (
                  <td class={kind}>
                    <Said line={line} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Blanks({ of }: { of: Extract<Block, { kind: 'blanks' }> }) {
  return (
    <table class="blanks">
      <caption class="unseen">{of.caption}</caption>
      <Head columns={of.columns} />
      <tbody>
        {blankRows(of.rows).map((name) => (
          <tr>
            {of.columns.map((_column, column) => (
              <td>{column === 0 && <bdi>{name}</bdi>}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Picture({ of, source }: { of: PictureBlock; source: string | null }) {
  return (
    <figure id={of.id}>
      {source !== null && <img src={source} alt={of.alt} width={of.width} height={of.height} />}
      <figcaption>
        <Said line={of.line} />
      </figcaption>
    </figure>
  );
}

function One({ block, sourceOf }: { block: Block; sourceOf: SourceOf }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h2 id={block.id}>{block.text}</h2> : <h3 id={block.id}>{block.text}</h3>;
    case 'text':
      return (
        <p class={block.quiet === true ? 'quiet' : undefined}>
          <Said line={block.line} />
        </p>
      );
    case 'list': {
      const items = block.items.map((line) => (
        <li>
          <Said line={line} />
        </li>
      ));
      return block.numbered === true ? (
        <ol>{items}</ol>
      ) : (
        <ul class={block.boxes === true ? 'boxes' : undefined}>{items}</ul>
      );
    }
    case 'facts':
      return (
        <dl class="facts">
          {block.facts.map(({ label, line }) => (
            <div>
              <dt>{label}</dt>
              <dd>
                <Said line={line} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return <Table of={block} />;
    case 'blanks':
      return <Blanks of={block} />;
    case 'pair':
      return (
        <div class="pair">
          {block.sides.map((side) => (
            <div>
              {side.map((one) => (
                <One block={one} sourceOf={sourceOf} />
              ))}
            </div>
          ))}
        </div>
      );
    case 'shares':
      return <SharesChart alt={block.alt} parts={block.parts} />;
    case 'bar':
      return <BarChart alt={block.alt} bar={block.bar} />;
    case 'picture':
      return <Picture of={block} source={sourceOf(block)} />;
    case 'said':
      return (
        <p class="said">
          <bdi>{block.text}</bdi>
        </p>
      );
  }
}

/** The pack itself, on the screen as in the file. */
export function PackView({ doc, sourceOf = () => null }: { doc: PackDoc; sourceOf?: SourceOf }) {
  return (
    <article class="pack" lang={doc.language}>
      <h1>{doc.title}</h1>
      {doc.pages.map((block) => (
        <One block={block} sourceOf={sourceOf} />
      ))}
      {doc.annex.length > 0 && (
        <section class="annex">
          {doc.annex.map((block) => (
            <One block={block} sourceOf={sourceOf} />
          ))}
        </section>
      )}
    </article>
  );
}
