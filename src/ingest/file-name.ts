/** A file's name without its folders. */
export const baseName = (name: string): string => name.split(/[\\/]/).at(-1) ?? name;

/** A file's name without folders and endings, as patterns for names see it. */
export const stemOf = (name: string): string => baseName(name).replace(/(\.(csv|tsv|txt|gz|xlsx?))+$/i, '');
