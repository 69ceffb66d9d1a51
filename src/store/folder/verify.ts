import { Buffer } from 'node:buffer';
import { basename } from 'node:path';
import type { Catalogue } from '../../model/catalogue.ts';
import { type Diagnostic, fault } from '../../model/diagnostic.ts';
import { fingerprintOf, isKnownBy } from '../../model/fingerprint.ts';
import type { Row } from '../canonical.ts';
import { checkReferences } from '../references.ts';
import { sameValue } from '../settle.ts';
import type { VerifyResult } from '../store.ts';
import type { Survey } from './batch-files.ts';
import { type Batch, scanBatch } from './scan.ts';

/** What may have one value a batch. */
const keyOf = (r: Row): string =>
  [
    r.indicator,
    r.region,
    r.period.start,
    r.period.end,
    r.published ?? '',
    r.bound ?? '',
    r.status === 'deleted',
  ].join();

/** Everything wrong with one batch: changed since it was written, rows that can't be read, unknown names. */
function verifyBatch(batch: Batch, catalogue: Catalogue): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const content = batch.bytes.slice(batch.bytes.indexOf('\n') + 1);
  const fingerprint = fingerprintOf(Buffer.from(content, 'latin1'));
  const { contentHash: expected, source } = batch.head;
  // a checkout may have changed its line ends, and nothing else
  if (!isKnownBy(fingerprint, expected))
    findings.push(
      fault(
        'store/changed',
        { expected, found: fingerprint.lf, name: basename(batch.file), source },
        { file: batch.file, line: 1, column: 1 },
      ),
    );
  const seen = new Map<string, { row: Row; line: number }>();
  scanBatch(
    batch,
    undefined,
    catalogue.units,
    (row, line) => {
      findings.push(...checkReferences(row, batch.file, line, catalogue));
      const key = keyOf(row);
      const first = seen.get(key);
      if (!first) seen.set(key, { row, line });
      else if (!row.bound && !sameValue(first.row, row))
        findings.push(
          fault(
            'store/two-values',
            { indicator: row.indicator, region: row.region, first: first.line },
            { file: batch.file, line, column: 1 },
          ),
        );
    },
    (finding) => findings.push(finding),
  );
  return findings;
}

/** Everything that is wrong with a folder of batches, batch by batch. */
export const verifyBatches = ({ batches, broken }: Survey, catalogue: Catalogue): VerifyResult => ({
  batches: batches.map((b) => b.file),
  diagnostics: [...broken, ...batches.flatMap((batch) => verifyBatch(batch, catalogue))],
});
