import { headFacts } from '../../model/outline-head.ts';
import { TABLE_COLUMNS } from '../../model/words.ts';
import type { TableColumn } from '../../model/words.ts';
import { cellsOf } from '../csv/cells.ts';
import { looksLikeFormula } from '../csv/cell.ts';
import type { OpenFile, WorkbookFormat } from '../format.ts';
import {
  CONTENT_TYPES,
  RELATIONS,
  SHEET_END,
  sheetStart,
  STYLE,
  STYLES,
  workbook,
  WORKBOOK_RELATIONS,
} from './parts.ts';
import { columnName, serialOf, xmlText } from './xml.ts';

const WIDE: Partial<Record<TableColumn, number>> = {
  title: 40,
  description: 60,
  address: 40,
  findings: 40,
  timeZone: 24,
  pictures: 30,
  files: 30,
};
const USUAL = 18;
const DATES = new Set<TableColumn>(['firstSeen', 'lastSeen', 'firstReported']);

/** A cell is a number of ours, a time, or text; nothing in it can be a formula, because none is ever written. */
function cell(at: string, value: string | number, style: number, isDate: boolean): string {
  if (value === '') return '';
  if (typeof value === 'number') return `<c r="${at}" s="${style}"><v>${value}</v></c>`;
  const serial = isDate ? serialOf(value) : null;
  if (serial !== null) return `<c r="${at}" s="${STYLE.date}"><v>${serial}</v></c>`;
  const guarded = style === STYLE.text && looksLikeFormula(value) ? STYLE.guarded : style;
  return `<c r="${at}" s="${guarded}" t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
}

function row(
  number: number,
  values: readonly (string | number)[],
  style: number,
  isDate: (index: number) => boolean,
): string {
  const cells = values.map((value, index) =>
    cell(`${columnName(index)}${number}`, value, style, isDate(index)),
  );
  return `<row r="${number}">${cells.join('')}</row>`;
}

function write(out: OpenFile, text: string): void {
  out.write(text);
  out.end();
}

/** The table for people as a workbook: real times, head in sight, and what the report says of itself on a second sheet. */
export const xlsx: WorkbookFormat = {
  id: 'xlsx',
  open({ head, words, file }) {
    write(file('[Content_Types].xml'), CONTENT_TYPES);
    write(file('_rels/.rels'), RELATIONS);
    write(file('xl/workbook.xml'), workbook([xmlText(words.sheets.issues), xmlText(words.sheets.about)]));
    write(file('xl/_rels/workbook.xml.rels'), WORKBOOK_RELATIONS);
    write(file('xl/styles.xml'), STYLES);
    const about = headFacts(head, words).map(({ label, value }, index) =>
      row(index + 1, [label, value], STYLE.text, () => false),
    );
    write(file('xl/worksheets/sheet2.xml'), `${sheetStart([28, 90], false)}${about.join('')}${SHEET_END}`);
    const out = file('xl/worksheets/sheet1.xml');
    out.write(
      sheetStart(
        TABLE_COLUMNS.map((column) => WIDE[column] ?? USUAL),
        true,
      ),
    );
    out.write(
      row(
        1,
        TABLE_COLUMNS.map((column) => words.tableColumns[column]),
        STYLE.head,
        () => false,
      ),
    );
    let number = 1;
    return {
      issue(issue) {
        number += 1;
        const cells = cellsOf(issue, words);
        const values = TABLE_COLUMNS.map((column) => cells[column]);
        const isDate = (index: number) => DATES.has(TABLE_COLUMNS[index] ?? 'key');
        out.write(row(number, values, STYLE.text, isDate));
      },
      end() {
        write(out, SHEET_END);
      },
    };
  },
};
