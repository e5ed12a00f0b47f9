import { describe, expect, it } from 'vitest';
import { chip } from '../../../lib/domain/evidence/page-evidence.ts';
import { reasonCode } from '../../../lib/domain/evidence/reason.ts';
import { captureVia, channel, pageState } from '../../../lib/domain/issue/bodies.ts';
import { common, failureText } from '../../../lib/i18n/common/common.ts';
import { popupFailure } from '../../../lib/i18n/popup/failure.ts';
import { popup } from '../../../lib/i18n/popup/popup.ts';

const LANGUAGES = ['en', 'de'] as const;

describe.each(LANGUAGES)('words in %s', (language) => {
  const words = common[language];

  it('has a sentence for every reason, and words for every kind', () => {
    expect(Object.keys(words.reason).sort()).toEqual(Object.keys(reasonCode.def.entries).sort());
    expect(Object.keys(words.chipKind).sort()).toEqual(Object.keys(chip.shape.kind.def.entries).sort());
    expect(Object.keys(words.pageState).sort()).toEqual(Object.keys(pageState.def.entries).sort());
    expect(Object.keys(words.channel).sort()).toEqual(Object.keys(channel.def.entries).sort());
    expect(Object.keys(words.via).sort()).toEqual(Object.keys(captureVia.def.entries).sort());
  });
  it('ends every sentence as a sentence', () => {
    for (const text of [
      ...Object.values(words.reason),
      ...Object.values(words.failure),
      ...Object.values(popup[language].failure),
    ]) {
      expect(text).toMatch(/\.$/);
      expect(text).not.toMatch(/!/);
    }
  });
  it('answers an unknown code with the general sentence, whatever its name', () => {
    for (const code of ['what-is-this', 'constructor', '__proto__', 'toString']) {
      expect(failureText(words, code)).toBe(words.failure.unknown);
      expect(popupFailure(popup[language], code)).toBe(popup[language].failure.other);
    }
    expect(popupFailure(popup[language], 'quota')).toBe(popup[language].failure.disk);
  });
  it('counts with the right plural', () => {
    expect(words.masked(1)).not.toBe(words.masked(2));
    expect(words.issues(1234)).toContain(language === 'de' ? '1.234' : '1,234');
  });
});
