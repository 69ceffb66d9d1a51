// A bare pass of csv-parse over a file, beside which ingest is measured: prints the number of records.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

let records = 0;
createReadStream(process.argv[2])
  .pipe(parse({ relax_column_count: true }))
  .on('data', () => records++)
  .on('end', () => console.log(records));
