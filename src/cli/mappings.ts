import { basename } from 'node:path';
import { hasHeader, type Source } from '../ingest/ingest.ts';
import { mappingsFor } from '../ingest/mapping/choose.ts';
import type { Mapping } from '../ingest/mapping/mapping.ts';
import { toMapping } from '../ingest/mapping/read-mapping.ts';
import { isOwnOutput } from '../ingest/own-output.ts';
import { type Diagnostic, fault, UserError } from '../model/diagnostic.ts';
import { showPath } from '../project/files.ts';
import { type Document, loadProject, type Project } from '../project/workspace.ts';
import { sha256 } from '../store/hash.ts';
import { faultsOf } from './project.ts';

/** A mapping, and what it is known by in batches. */
export interface Known {
  readonly mapping: Mapping;
  readonly files: readonly string[];
  readonly name: string;
  readonly hash: string;
}

/** What ptrack's own output is known by: it needs no mapping. */
export const OWN = { name: 'batch/v1', hash: sha256('batch/v1') };

/** What a mapping means, or what is wrong with it. */
export function understand({ file, doc }: Document): Known | readonly Diagnostic[] {
  try {
    const mapping = toMapping(doc);
    // a title or a remark changes nothing of what is read
    const { title: _title, note: _note, ...meaning } = doc;
    const name = mapping.id ?? basename(file);
    return { mapping, files: mapping.files, name, hash: sha256(JSON.stringify(meaning)) };
  } catch (error) {
    if (error instanceof UserError) return error.diagnostics.map((d) => ({ ...d, file }));
    throw error;
  }
}

/** The file patterns of a document that is a mapping, though a faulty one. */
const globsOf = (files: unknown): string[] => [files].flat().map(String);

/** The mappings of a project, to choose from. */
export interface Shelf {
  readonly project: Project;
  /**
   * The one mapping for an export; none for ptrack's own output. Where several fit its name, the one whose header it
   * has. Throws UserError where none or several fit.
   */
  mappingFor(file: string, source: Source): Known | undefined;
}

/** Kinds of file without which no label can be resolved. */
const NEEDED: readonly (string | undefined)[] = [
  'indicators/v1',
  'regions/v1',
  'organisations/v1',
  'project/v1',
];

/**
 * Loads the project of this folder, the mappings named with it, and its faults. A fault in a catalogue is told before
 * anything is read; one in a plan, a report or another mapping is no reason not to take figures.
 */
export function loadReadable(named: readonly string[]): {
  readonly project: Project;
  readonly faults: readonly Diagnostic[];
} {
  const project = loadProject('.', named);
  const faults = faultsOf(project);
  const grave = faults.filter((d) => d.file === undefined || NEEDED.includes(project.kinds.get(d.file)));
  if (grave.length > 0) throw new UserError(grave);
  return { project, faults };
}

/** Loads the project of this folder and its mappings; with `asked`, that mapping is used for every file. */
export function openShelf(asked: string | undefined): Shelf {
  const { project, faults } = loadReadable(asked === undefined ? [] : [asked]);
  const path = asked === undefined ? undefined : showPath(asked);
  const chosen = path === undefined ? project.mappings : project.mappings.filter((m) => m.file === path);
  const understood = chosen.map(understand);
  const faulty = chosen.flatMap(({ doc }, i) => {
    const found = understood[i];
    return found && !('mapping' in found) ? [{ files: globsOf(doc.files), faults: found }] : [];
  });
  const sound = understood.filter((m): m is Known => 'mapping' in m);
  const broken = [
    ...faults.filter(
      (d) => !project.kinds.has(d.file ?? '') || project.kinds.get(d.file ?? '') === 'mapping/v1',
    ),
    ...understood.filter((m): m is readonly Diagnostic[] => !('mapping' in m)).flat(),
  ].filter((d) => path === undefined || d.file === path);
  const mappingFor = (file: string, source: Source): Known | undefined => {
    if (isOwnOutput(source)) return undefined;
    if (path !== undefined) {
      if (sound[0]) return sound[0];
      throw new UserError(broken.length > 0 ? broken : [fault('ingest/not-a-mapping', { file: path })]);
    }
    const byName = mappingsFor(file, sound);
    const byHeader = byName.length > 1 ? byName.filter((m) => hasHeader(source, m.mapping, file)) : byName;
    const [only] = byHeader;
    if (only && byHeader.length === 1) return only;
    const fitting = byHeader.length > 0 ? byHeader : byName;
    const args = { name: basename(file), mappings: fitting.map((m) => m.name) };
    if (fitting.length > 1) throw new UserError(fault('ingest/several-mappings', args, { file }));
    const meant = mappingsFor(file, faulty).flatMap((m) => m.faults);
    if (meant.length > 0) throw new UserError(meant);
    // one that is broken may be the one that was meant
    throw new UserError(fault('ingest/no-mapping', args, { file }), ...broken);
  };
  return { project, mappingFor };
}
