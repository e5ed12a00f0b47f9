import type { ComponentChildren } from 'preact';
import { EVERYTHING, isNarrowed, UNFILTERED } from '../../lib/app/log/log-filter.ts';
import { log } from '../../lib/i18n/log/log.ts';
import { useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import type { LogModel } from './log-model.ts';

/** What stands where the lines would be: one sentence, one action. */
export function EmptyLog({ model }: Readonly<{ model: LogModel }>) {
  const t = useText(log);
  const { filter } = model.route.route.value;
  if (isNarrowed(filter)) {
    return (
      <Empty sentence={t.empty.found.sentence}>
        <Button onClick={() => model.setFilter(UNFILTERED)}>{t.empty.found.action}</Button>
      </Empty>
    );
  }
  if (filter.scope === 'log') {
    return (
      <Empty sentence={t.empty.log.sentence}>
        <a class="button button-plain button-m" href="#/welcome">
          {t.empty.log.action}
        </a>
      </Empty>
    );
  }
  const words = t.empty[filter.scope];
  return (
    <Empty sentence={words.sentence}>
      <Button onClick={() => model.setFilter(EVERYTHING)}>{words.action}</Button>
    </Empty>
  );
}

function Empty({ sentence, children }: { sentence: string; children: ComponentChildren }) {
  return (
    <div class="log-empty" role="status">
      <p>{sentence}</p>
      {children}
    </div>
  );
}
