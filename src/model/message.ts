/** A value that a sentence repeats; a list is written with commas. */
export type Arg = string | number | readonly string[];

/** The languages of the program. */
export type Language = 'en' | 'zh';

/** A sentence in both languages, with `{arg}` for an argument and `[arg:…]` for a part said only where it is given. */
export interface Message {
  readonly en: string;
  readonly zh: string;
}

/** Sentences by code, or words by key. */
export type Messages = Readonly<Record<string, Message>>;

/** Arguments of any sentence. */
export type Args = Readonly<Record<string, Arg>>;

/** A name in braces or before a colon; other text that stands there is no argument. */
type Name<Text extends string> = Text extends `${string}{${infer Rest}`
  ? Name<Rest>
  : Text extends `${string}${' ' | '…'}${string}`
    ? never
    : Text;

/** The arguments in `{…}` of a text. */
type Filled<Text extends string> = Text extends `${string}{${infer Inside}}${infer Rest}`
  ? Name<Inside> | Filled<Rest>
  : never;

/** The arguments a text needs: those outside its optional parts. */
type Needed<Text extends string> = Text extends `${infer Before}[${infer Flag}:${infer Part}]${infer After}`
  ? Filled<Before> | ([Name<Flag>] extends [never] ? Filled<Part> : never) | Needed<After>
  : Filled<Text>;

/** The arguments of the optional parts of a text, and those that tell whether a part is said. */
type Optional<Text extends string> = Text extends `${string}[${infer Flag}:${infer Part}]${infer After}`
  ? Name<Flag> | ([Name<Flag>] extends [never] ? never : Filled<Part>) | Optional<After>
  : never;

/** A value that is itself a text in a language has the ending Zh in Chinese sentences. */
type SameInBoth<Arg extends string> = Arg extends `${infer Plain}Zh` ? Plain : Arg;

type AllOf<Text extends string> = SameInBoth<Needed<Text> | Optional<Text>>;

/** The arguments of a sentence, read from its texts: those of optional parts can be left out. */
export type ArgsOf<M extends Message> = {
  readonly [A in Needed<M['en']> | Needed<M['zh']>]: Arg;
} & {
  readonly [A in Exclude<Optional<M['en'] | M['zh']>, Needed<M['en']> | Needed<M['zh']>>]?: Arg;
};

/** The arguments of every sentence of a table, by code. */
export type ArgsByCode<Table extends Messages> = { readonly [Code in keyof Table]: ArgsOf<Table[Code]> };

/** Parameters with the arguments of several codes at once: none where there is nothing to say. */
export type Given<Args> = Record<string, never> extends Args ? [args?: Args] : [args: Args];

/** All members of a union at once. */
export type Both<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

/** A table both of whose languages use the same arguments. */
type Alike<Table extends Messages> = {
  readonly [Code in keyof Table]: [AllOf<Table[Code]['en']>, AllOf<Table[Code]['zh']>] extends [
    AllOf<Table[Code]['zh']>,
    AllOf<Table[Code]['en']>,
  ]
    ? Message
    : 'the two languages do not use the same arguments';
};

/** A table of sentences as it is written, so that the compiler knows the codes and what each sentence is told. */
export const sentences = <const Table extends Messages>(table: Table & Alike<Table>): Table => table;
