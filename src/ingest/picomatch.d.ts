// picomatch ships no types of its own; this is the part that is used
declare module 'picomatch' {
  export default function picomatch(
    globs: string | readonly string[],
    options?: { readonly dot?: boolean; readonly nocase?: boolean },
  ): (name: string) => boolean;
}
