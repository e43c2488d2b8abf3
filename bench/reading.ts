import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { defaultReadingOptions, type ReadingOptions } from "../src/minutes/options.ts";
import { readMinutes } from "../src/minutes/read.ts";
import { type Figure, timeInTurns } from "./figure.ts";
import { loadMinutes } from "./generated/load.ts";

const ROUNDS = 3;

const options: ReadingOptions = {
  ...defaultReadingOptions,
  repository: "octo/tea",
  repositories: { tea: "octo/tea", kettle: "octo/kettle" },
  people: { Ada: "ada", Grace: "grace" },
  milestones: ["1.0", "1.1", "1.2", "20.1", "20.2", "20.3"],
};

/** The whole reading, as a ratio to remark's parsing of the same text with GFM; files per second and peak memory. */
export async function run(): Promise<Figure[]> {
  const files = loadMinutes();
  const bytes = files.reduce((sum, { source }) => sum + Buffer.byteLength(source), 0);
  const read = () => {
    for (const { path, source } of files) readMinutes(path, source, options);
  };
  read();
  const peak = process.resourceUsage().maxRSS * 1024;
  const processor = remark().use(remarkGfm);
  const parse = () => {
    for (const { source } of files) processor.parse(source);
  };
  const times = await timeInTurns({ read, parse }, ROUNDS);
  const reading = times.get("read") ?? Number.NaN;
  const parsing = times.get("parse") ?? Number.NaN;
  return [
    { name: "reading/ratio-to-parsing", value: reading / parsing, unit: "ratio" },
    { name: "reading/files-per-second", value: (files.length / reading) * 1000, unit: "files/s" },
    { name: "reading/bytes-per-second", value: (bytes / reading) * 1000, unit: "bytes/s" },
    { name: "reading/peak-memory", value: peak, unit: "bytes" },
  ];
}
