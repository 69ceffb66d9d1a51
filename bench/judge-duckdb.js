// DuckDB giving the bare status of so many targets, beside which the checker is measured: `node bench/judge-duckdb.js
// SIZE FILE`, where the file has the checker's status of each, one byte a target. Prints the seconds of the query, the
// number of each status, and the first targets of which the two say different things.
import { readFileSync } from 'node:fs';
import { DuckDBDataChunk, DuckDBInstance, INTEGER } from '@duckdb/node-api';
import { AS_OF, FIRST, KINDS, MONTHS, STATUSES, tenths, WINDOW } from './judge-figures.js';

/** Rows DuckDB takes at once. */
const CHUNK = 2048;
/** Targets whose figures are made at once. */
const BLOCK = 1024;

const [size, file] = [Number(process.argv[2]), process.argv[3]];
const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();

/** The figures as a table, a row each: handed over before the clock starts. */
async function handOver() {
  await connection.run('create table figures (target integer, month integer, tenths integer)');
  const appender = await connection.createAppender('figures');
  const append = (columns) => {
    const chunk = DuckDBDataChunk.create([INTEGER, INTEGER, INTEGER], columns[0].length);
    chunk.setColumns(columns);
    appender.appendDataChunk(chunk);
  };
  let columns = [[], [], []];
  for (let from = 0; from < size; from += BLOCK)
    for (const [i, value] of tenths(from, Math.min(BLOCK, size - from)).entries()) {
      columns[0].push(from + Math.floor(i / MONTHS));
      columns[1].push(FIRST + (i % MONTHS));
      columns[2].push(value);
      if (columns[0].length < CHUNK) continue;
      append(columns);
      columns = [[], [], []];
    }
  if (columns[0].length > 0) append(columns);
  appender.closeSync();
  const promises = KINDS.map(
    (k, i) => `(${i}, '${k.kind}', '${k.comparator}', ${k.value}, ${k.baseline ?? 'null'})`,
  );
  await connection.run(
    `create table promises as select * from (values ${promises}) t(n, kind, comparator, value, baseline)`,
  );
}

/** The months of the window that have passed, and all of them. */
const [PASSED, ALL] = [AS_OF - WINDOW.start + 1, WINDOW.end - WINDOW.start + 1];

/** In whole numbers: the reading in tenths × all months × 100, what is promised in tenths × passed months × 95 or 100. */
const STATUS = `
create or replace table judged as
with readings as (
  select target, sum(tenths) as flow, max(tenths) filter (month = ${AS_OF}) as stock
  from figures where month between ${WINDOW.start} and ${AS_OF} group by target
), limits as (
  select n, kind, comparator, baseline * 1000 as start,
    value * 10 * case comparator when 'about' then 95 else 100 end as bound
  from promises
)
select target, case
  when kind = 'stock' then
    case when stock * 100 * ${ALL} >= start * ${ALL} + (bound - start) * ${PASSED} then 'on-track' else 'lagging' end
  when comparator = 'at_most' then
    case when flow * 100 > bound then 'missed' when flow * 100 * ${ALL} <= bound * ${PASSED} then 'on-track' else 'lagging' end
  when flow * 100 >= bound then 'achieved'
  when flow * 100 * ${ALL} >= bound * ${PASSED} then 'on-track'
  else 'lagging' end as status
from readings join limits on n = target % ${KINDS.length}`;

await handOver();
await connection.run(STATUS);
const start = process.hrtime.bigint();
await connection.run(STATUS);
const seconds = Number(process.hrtime.bigint() - start) / 1e9;

const theirs = readFileSync(file);
const counts = {};
const differ = [];
const result = await connection.stream('select target, status from judged order by target');
for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
  const [targets, statuses] = chunk.getColumns();
  for (const [i, target] of targets.entries()) {
    counts[statuses[i]] = (counts[statuses[i]] ?? 0) + 1;
    const other = STATUSES[theirs[target]];
    if (other !== statuses[i] && differ.length < 5)
      differ.push({ target, ptrack: other ?? 'another', duckdb: statuses[i] });
  }
}
const judged = Object.values(counts).reduce((a, b) => a + b, 0);
if (judged !== size || theirs.length !== size)
  throw new Error(`${size} targets: DuckDB judged ${judged}, the checker ${theirs.length}`);
console.log(JSON.stringify({ seconds, counts, differ }));
