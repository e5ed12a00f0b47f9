import type { IssueOutline } from '../../model/outline.ts';
import type { FileOutline, PictureOutline } from '../../model/outline-evidence.ts';
import type { OccurrenceOutline } from '../../model/outline-occurrence.ts';
import type { ReportWords } from '../../model/words.ts';
import { Facts, Section, Table } from './Parts.tsx';

/** Where addresses stand in the table of requests. */
const ADDRESS = 2;

/** `sourceOf` gives the `src` of a picture, or null where only its name is printed. */
export type SourceOf = (picture: Extract<PictureOutline, { kind: 'file' }>) => string | null;

function Picture({ of, sourceOf }: { of: PictureOutline; sourceOf: SourceOf }) {
  if (of.kind === 'note') return <p class="quiet">{of.text}</p>;
  const src = sourceOf(of);
  return (
    <figure>
      {src === null ? null : (
        <img src={src} width={of.width} height={of.height} alt={of.alt} loading="lazy" />
      )}
      <figcaption>
        {of.caption !== '' && (
          <p class="caption">
            <bdi>{of.caption}</bdi>
          </p>
        )}
        <bdi class="fixed">{of.file}</bdi> · {of.note}
      </figcaption>
    </figure>
  );
}

function Occurrence({
  of,
  words,
  sourceOf,
}: {
  of: OccurrenceOutline;
  words: ReportWords;
  sourceOf: SourceOf;
}) {
  return (
    <section>
      <h3>{of.heading}</h3>
      <Facts facts={of.facts} />
      <Picture of={of.picture} sourceOf={sourceOf} />
      {of.findings.length > 0 && (
        <Section heading={words.findings}>
          <Facts facts={of.findings} />
        </Section>
      )}
      {of.requests && (
        <Section heading={words.requests}>
          {of.requests.notes.map((note) => (
            <p class="quiet">{note}</p>
          ))}
          <Table head={of.requests.head} rows={of.requests.rows} free={ADDRESS} label={words.requests} />
        </Section>
      )}
      {of.timing.length > 0 && (
        <Section heading={words.timing}>
          <Facts facts={of.timing} />
        </Section>
      )}
      {of.environment.length > 0 && (
        <Section heading={words.environment}>
          <Facts facts={of.environment} />
        </Section>
      )}
    </section>
  );
}

/** Files are named, never shown: a link where they lie beside the report. */
function Files({ of, words, beside }: { of: readonly FileOutline[]; words: ReportWords; beside: boolean }) {
  return (
    <section>
      <h3>{words.files}</h3>
      {!beside && <p class="quiet">{words.filesElsewhere}</p>}
      {of.map(({ name, file, facts }) => (
        <section>
          <h4>
            <bdi>{name}</bdi>
          </h4>
          {file !== null && beside && (
            <p>
              <a href={file} download>
                <bdi class="fixed">{file}</bdi>
              </a>
            </p>
          )}
          <Facts facts={facts} />
        </section>
      ))}
    </section>
  );
}

export function IssueArticle({
  id,
  of,
  words,
  beside,
  sourceOf,
}: {
  id: string;
  of: IssueOutline;
  words: ReportWords;
  /** Pictures and files lie in folders beside the report. */
  beside: boolean;
  sourceOf: SourceOf;
}) {
  return (
    <article id={id}>
      <h2>
        <span class="key">{of.key}</span> <bdi>{of.title}</bdi>
      </h2>
      <Facts facts={of.facts} />
      <h3>{words.what}</h3>
      <p class="said">
        <bdi>{of.description}</bdi>
      </p>
      {of.occurrences.map((one) => (
        <Occurrence of={one} words={words} sourceOf={sourceOf} />
      ))}
      {of.pictures.length > 0 && (
        <section>
          <h3>{words.addedPictures}</h3>
          {of.pictures.map((one) => (
            <Section heading={one.heading}>
              <Facts facts={one.facts} />
              <Picture of={one.picture} sourceOf={sourceOf} />
            </Section>
          ))}
        </section>
      )}
      {of.files.length > 0 && <Files of={of.files} words={words} beside={beside} />}
      {of.events.length > 0 && (
        <section>
          <h3>{words.events}</h3>
          {of.events.map(({ heading, text }) => (
            <>
              <p>
                <bdi>{heading}</bdi>
              </p>
              {text !== '' && (
                <p class="said">
                  <bdi>{text}</bdi>
                </p>
              )}
            </>
          ))}
        </section>
      )}
      {of.history.length > 0 && (
        <section>
          <h3>{words.history}</h3>
          <ul>
            {of.history.map((line) => (
              <li>
                <bdi>{line}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}
