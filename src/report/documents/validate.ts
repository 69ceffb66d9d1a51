import type { Language } from '../../wording/message.ts';
import type { Case, Document, Located, Remarks } from '../document.ts';
import { findingFields, findingText, placeOf } from '../findings.ts';
import { recordOf } from '../records.ts';

/** A finding as a case of its file. */
const caseOf = (l: Located, language: Language): Case => ({
  group: l.finding.file ?? '',
  name: placeOf(l),
  code: l.finding.code,
  severity: l.finding.severity,
  message: findingText(l.finding, { language }),
  ...(l.finding.file === undefined ? {} : { file: l.finding.file }),
  ...(l.line === undefined ? {} : { line: l.line }),
  ...(l.column === undefined ? {} : { column: l.column }),
});

/** What a validation found. */
export interface Validated {
  readonly findings: readonly Located[];
  /** Whether what is only worth knowing is left out of what people read. */
  readonly quiet: boolean;
  /** The files that were looked at. */
  readonly files: readonly string[];
  readonly remarks: Remarks;
}

/** Every finding with the line it stands at: `ptrack/findings/v1`. A file without a finding is a case that is well. */
export function validateDocument(validated: Validated, language: Language): Document {
  const { findings, quiet, files, remarks } = validated;
  const fields = findingFields(language);
  const faulty = new Set(findings.map((l) => l.finding.file));
  const clean = files.filter((f) => !faulty.has(f));
  const shown = quiet ? findings.filter((l) => l.finding.severity !== 'info') : findings;
  return {
    blocks: () => [{ kind: 'findings', findings: shown }],
    remarks,
    records: () => ({ fields, rows: findings }),
    json: () => ({ schema: 'ptrack/findings/v1', findings: findings.map((l) => recordOf(fields, l)) }),
    cases: async () => [
      ...findings.map((l) => caseOf(l, language)),
      ...clean.map((file) => ({ group: file, name: file, code: 'clean', message: '', file })),
    ],
  };
}
