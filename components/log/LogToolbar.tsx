import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useSignalEffect } from '@preact/signals';
import { isNarrowed, SCOPES, SORTS, TIMES, UNFILTERED, localDay } from '../../lib/app/log/log-filter.ts';
import type { LogFilter, LogScope } from '../../lib/app/log/log-filter.ts';
import { log } from '../../lib/i18n/log/log.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { Field, Select } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { ViewTabs } from '../ui/ViewTabs.tsx';
import type { LogModel } from './log-model.ts';
import { later } from './timing.ts';
import { PartnerFilter } from './PartnerFilter.tsx';
import { RecordElse } from './RecordElse.tsx';
import { useHosts } from './use-hosts.ts';
import './toolbar.css';

/** Keys that follow each other faster than this are one search. */
const TYPING_MS = 60;

/** Views, search, filters and order. All of them live in the address. */
export function LogToolbar({
  model,
  searchRef,
}: Readonly<{ model: LogModel; searchRef: RefObject<HTMLInputElement | null> }>) {
  const { filter } = model.route.route.value;
  return (
    <div class="log-toolbar">
      <div class="log-toolbar-views">
        <Views model={model} />
        <RecordElse />
      </div>
      <SearchBox model={model} searchRef={searchRef} />
      <Filters model={model} filter={filter} />
    </div>
  );
}

function Views({ model }: Readonly<{ model: LogModel }>) {
  const t = useText(log);
  const counts = model.list.counts.value;
  const { filter } = model.route.route.value;
  const accounts = model.accounts.counts.value;
  const numbers: Readonly<Record<LogScope, number | undefined>> = {
    log: counts?.all,
    open: accounts?.open,
    'waiting-us': accounts?.waitingUs,
    'waiting-provider': accounts?.waitingProvider,
    overdue: accounts?.overdue,
    'to-verify': accounts?.toVerify,
    'needs-details': counts?.needsDetails,
    recurring: accounts?.recurring,
    closed: accounts?.closed,
    trash: counts?.trash,
  };
  return (
    <ViewTabs
      label={t.views}
      value={filter.scope}
      views={SCOPES.map((scope) => ({ value: scope, label: t.view[scope], count: numbers[scope] }))}
      onValue={(scope) => model.setFilter({ scope })}
    />
  );
}

function SearchBox({
  model,
  searchRef,
}: Readonly<{ model: LogModel; searchRef: RefObject<HTMLInputElement | null> }>) {
  const t = useText(log);
  const [text, setText] = useState(model.route.route.value.filter.text);
  const cancel = useRef<(() => void) | null>(null);
  // Back, forward and "Clear filters" change the text from outside, never while a key is still on its way.
  useSignalEffect(() => {
    const from = model.route.route.value.filter.text;
    if (cancel.current === null) setText(from);
  });
  useEffect(() => () => cancel.current?.(), []);
  function type(next: string): void {
    setText(next);
    cancel.current?.();
    cancel.current = later(() => {
      cancel.current = null;
      model.setFilter({ text: next }, { replace: true });
    }, TYPING_MS);
  }
  return (
    <search class="log-search">
      <Icon name="search" />
      <input
        ref={searchRef}
        type="search"
        class="input log-search-input"
        dir="auto"
        aria-label={t.search}
        aria-keyshortcuts="/"
        placeholder={t.search}
        title={`${t.searchHint} ${t.searchKey}`}
        value={text}
        maxLength={200}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => type(event.currentTarget.value)}
      />
      {text === '' ? (
        <kbd class="log-search-key" aria-hidden="true">
          /
        </kbd>
      ) : (
        <IconButton
          label={t.clearSearch}
          icon="close"
          onClick={() => {
            type('');
            searchRef.current?.focus();
          }}
        />
      )}
    </search>
  );
}

function Filters({ model, filter }: Readonly<{ model: LogModel; filter: LogFilter }>) {
  const t = useText(log);
  const hosts = useHosts(model.list.counts.value?.all ?? null, filter.host);
  const time = filter.time;
  return (
    <div class="log-filters">
      <PartnerFilter model={model} filter={filter} />
      <Select
        label={t.time}
        labelHidden

        value={time.kind}
        options={TIMES.map((kind) => ({ value: kind, label: t.times[kind] }))}
        onValue={(kind) =>
          model.setFilter({
            time: kind === 'custom' ? { kind, from: localDay(new Date()), to: '' } : { kind },
          })
        }
      />
      {time.kind === 'custom' && (
        <>
          <Day
            label={t.from}
            value={time.from}
            onDay={(from) => model.setFilter({ time: { ...time, from } })}
          />
          <Day label={t.to} value={time.to} onDay={(to) => model.setFilter({ time: { ...time, to } })} />
        </>
      )}
      <Select
        label={t.host}
        labelHidden

        value={filter.host === null ? '*' : `=${filter.host}`}
        options={[
          { value: '*', label: t.allHosts },
          ...hosts.map(({ host, count }) => {
            const name = host === '' ? t.noHost : visibleText(host);
            return { value: `=${host}`, label: count === null ? name : t.hostWithCount(name, count) };
          }),
        ]}
        onValue={(value) => model.setFilter({ host: value === '*' ? null : value.slice(1) })}
      />
      <Select
        label={t.sort}
        labelHidden

        value={filter.sort}
        options={SORTS.map((sort) => ({ value: sort, label: t.sorts[sort] }))}
        onValue={(sort) => model.setFilter({ sort })}
      />
      {isNarrowed(filter) && (
        <Button variant="quiet" icon="close" onClick={() => model.setFilter(UNFILTERED)}>
          {t.clearFilters}
        </Button>
      )}
    </div>
  );
}

function Day({
  label,
  value,
  onDay,
}: Readonly<{ label: string; value: string; onDay: (day: string) => void }>) {
  return (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          type="date"
          class="input"
          value={value}
          onChange={(event) => onDay(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
