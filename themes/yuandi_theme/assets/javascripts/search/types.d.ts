/* The public face of search, and what the scripts of the theme share. */

interface SearchOptions {
  /** A type by its id or name: `notice`, `通知公告`. */
  type?: string;
  year?: number | string;
  /** A unit by its id or short name. */
  unit?: string;
  /** A column by its id or title. */
  column?: string;
  tag?: string;
  person?: string;
  /** The best first, titles before texts, or the newest first. */
  sort?: "relevance" | "date";
  /** So many hits at most; 10 if nothing is said. */
  limit?: number;
  /** So many hits are left out at the beginning. */
  offset?: number;
}

interface SearchHit {
  id: string;
  /** Relative to the root of the site. */
  url: string;
  title: string;
  date: string;
  type: string;
  unit: string;
}

interface SearchAnswer {
  total: number;
  hits: SearchHit[];
}

interface Wanted {
  text: string;
  isBarred: boolean;
  inTitle: boolean;
}

interface Piece {
  text: string;
  isHit: boolean;
}

interface FoundDocument {
  id: string;
  url: string;
  date: string;
  title: string;
  facts: string;
  text: string;
}

interface Suggestion {
  text: string;
  kind: string;
  url: string;
}

interface Manifest {
  version: number;
  documents: number;
  deep: number;
  shards: number;
  in_two: number;
  alone: number;
  letters: string;
  fold: string;
  heavy: string;
  terms: string[];
  years: [number, number][];
  types: [string, string][];
  type: string;
  units: [string, string][];
  unit: string;
  columns: [string, string][];
  column: string;
}

interface Facets {
  tags: string[];
  tag: number[][];
  people: [string, string][];
  person: number[][];
}

type Counts = Map<number, number>;

interface Finder {
  open(): Promise<any>;
  parsed(query: string, folding: any): Wanted[];
  marked(line: string, texts: string[], folding: any): { pieces: Piece[]; met: number };
  excerpt(document: FoundDocument, texts: string[], folding: any): Piece[];
  suggest(query: string): Promise<Suggestion[]>;
}

interface Yuandi {
  /** Where the files of the index are. */
  base: string;
  /** Where the site begins. */
  root: string;
  take?(name: string, sum: number, text: string): void;
  search(query: string, options?: SearchOptions): Promise<SearchAnswer>;
  finder?: Finder;
  /** Opens the dialog. */
  show?(): void;
}

interface Window {
  yuandi: Yuandi;
}
