import type { ErrorObject } from 'ajv';

// compiled from schema/ by scripts/build.js, ahead of time
interface Validator {
  (data: unknown): boolean;
  errors?: ErrorObject[] | null;
}
export const plan: Validator;
export const indicators: Validator;
export const organisations: Validator;
export const regions: Validator;
export const mapping: Validator;
export const reports: Validator;
export const scoring: Validator;
export const project: Validator;
