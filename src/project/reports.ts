import { monthOfDate } from '../model/period.ts';
import type { Report } from '../model/report.ts';
import { entriesOf, type FieldReader, type PlainMap, text } from './fields.ts';

/** Reads the reports of a reports/v1 document; a date that is none of the calendar becomes a finding. */
export function readReports(doc: PlainMap, read: FieldReader): Report[] {
  const reports: Report[] = [];
  for (const [i, map] of entriesOf(doc.reports)) {
    const at = `/reports/${i}`;
    const date = (key: string): string | undefined => {
      const written = text(map[key]);
      if (written === undefined || written === 'not yet') return undefined;
      return monthOfDate(written) === undefined
        ? read.fail('value/date', { found: written }, `${at}/${key}`)
        : written;
    };
    const [done, on] = [date('done'), date('on')];
    const [evidence, by] = [text(map.evidence), text(map.by)];
    reports.push({
      milestone: text(map.milestone) ?? '',
      ...(done ? { done } : {}),
      ...(evidence ? { evidence } : {}),
      ...(by ? { by } : {}),
      ...(on ? { on } : {}),
      file: read.file,
      pointer: at,
    });
  }
  return reports;
}
