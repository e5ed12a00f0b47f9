import type { ReportWords } from '../../export/model/words.ts';
import { wordsOf } from '../../i18n/area.ts';
import type { Language } from '../../i18n/area.ts';
import { common } from '../../i18n/common/common.ts';
import { evidence } from '../../i18n/evidence/evidence.ts';
import { createFormat } from '../../i18n/format.ts';
import { report } from '../../i18n/report/report.ts';

/** The words of a report in one language. Its times are written by offset, so no zone is needed here. */
export function reportWords(language: Language): ReportWords {
  const shared = wordsOf(common, language);
  const added = wordsOf(evidence, language);
  const format = createFormat(language, 'UTC');
  return {
    ...wordsOf(report, language),
    language,
    csvDelimiter: language === 'de' ? ';' : ',',
    duration: format.duration,
    milliseconds: format.duration,
    bytes: format.bytes,
    pictureVia: added.via,
    fileKind: added.kind,
    reason: shared.reason,
    pageState: shared.pageState,
    via: shared.via,
    channel: shared.channel,
    chipKind: shared.chipKind,
    impactLevel: shared.impactLevel,
    urgencyLevel: shared.urgencyLevel,
    priorityLevel: shared.priorityLevel,
  };
}
