import type { Drawing, Shape } from '../../lib/domain/issue/drawing.ts';
import type { EditorWords } from '../../lib/i18n/editor/editor.ts';

const TEXT_SHOWN = 24;

/** What a mark is called in the list and by screen readers: its kind and its number among its kind. */
export function markName(shape: Shape, drawing: Drawing, t: EditorWords): string {
  const alike = drawing.shapes.filter(({ type }) => type === shape.type);
  const number = alike.findIndex(({ id }) => id === shape.id) + 1;
  switch (shape.type) {
    case 'text': {
      const said = shape.text.replace(/\s+/g, ' ').trim();
      return t.marks.text(number, said.length > TEXT_SHOWN ? `${said.slice(0, TEXT_SHOWN - 1)}…` : said);
    }
    case 'marker':
      return t.marks.marker(shape.number);
    case 'redaction':
      return t.marks.redaction(number, shape.why === undefined ? '' : t.secrets.field[shape.why]);
    default:
      return t.marks[shape.type](number);
  }
}
