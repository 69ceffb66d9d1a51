// DuckDB reading a file, beside which ingest is measured: counts the records and adds up the columns that hold figures.
import { DuckDBInstance } from '@duckdb/node-api';

const [file, form] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const figures = form === 'wide' ? 'columns(* exclude 地区)' : '数值';
const result = await connection.runAndReadAll(
  `select count(*), sum(try_cast(${figures} as double)) from read_csv('${file}', all_varchar = true, header = true)`,
);
console.log(String(result.getRows()[0][0]));
