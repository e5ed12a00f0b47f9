import type { IssueOutline } from '../../lib/app/export/export-service.ts';

type Facts = IssueOutline['facts'];
type Occurrence = IssueOutline['occurrences'][number];

function FactList({ facts }: { facts: Facts }) {
  if (facts.length === 0) return null;
  return (
    <dl class="export-facts">
      {facts.map(({ label, value, kind }, index) => (
        <div key={index}>
          <dt>{label}</dt>
          <dd class={kind ? 'mono' : undefined}>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The text of an issue as it stands in the report. Already made visible by the outline. */
export function OutlineText({ outline }: { outline: IssueOutline }) {
  return (
    <div class="export-outline">
      <FactList facts={outline.facts} />
      <p class="export-said">
        <bdi>{outline.description}</bdi>
      </p>
      {outline.occurrences.map((one, index) => (
        <OccurrenceText key={index} of={one} />
      ))}
      {outline.pictures.map(({ heading, facts, picture }, index) => (
        <div key={index}>
          <h4>{heading}</h4>
          <FactList facts={facts} />
          <PictureText of={picture} />
        </div>
      ))}
      {outline.files.map(({ name, facts }, index) => (
        <div key={index}>
          <h4>
            <bdi>{name}</bdi>
          </h4>
          <FactList facts={facts} />
        </div>
      ))}
      {outline.events.map(({ heading, text }, index) => (
        <div key={index}>
          <p class="quiet">
            <bdi>{heading}</bdi>
          </p>
          <p class="export-said">
            <bdi>{text}</bdi>
          </p>
        </div>
      ))}
      {outline.history.map((line, index) => (
        <p key={index} class="quiet small">
          <bdi>{line}</bdi>
        </p>
      ))}
    </div>
  );
}

function OccurrenceText({ of }: { of: Occurrence }) {
  return (
    <div>
      <h4>{of.heading}</h4>
      <FactList facts={of.facts} />
      <FactList facts={of.findings} />
      {of.requests?.notes.map((note) => (
        <p key={note} class="quiet">
          {note}
        </p>
      ))}
      {of.requests?.rows.map((row, index) => (
        <p key={index} class="mono small">
          <bdi>{row.join(' · ')}</bdi>
        </p>
      ))}
      <FactList facts={of.timing} />
      <FactList facts={of.environment} />
      <PictureText of={of.picture} />
    </div>
  );
}

function PictureText({ of }: { of: Occurrence['picture'] }) {
  if (of.kind === 'note') return <p class="quiet small">{of.text}</p>;
  return (
    <>
      {of.caption !== '' && (
        <p>
          <bdi>{of.caption}</bdi>
        </p>
      )}
      <p class="quiet small">{`${of.file} · ${of.note}`}</p>
    </>
  );
}
