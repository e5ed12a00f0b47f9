import { HtmlValidate } from 'html-validate';

// Rules of looks and of how a source file is written say nothing of a page made by a program.
const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  root: true,
});

/** What another project's HTML validator complains about, one line each. */
export async function complaintsAbout(html: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}
