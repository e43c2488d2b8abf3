import { describe } from "@jest/globals";
import { createMemoryLedger } from "../../src/ledger/memory-ledger.ts";
import { testLedger } from "./ledger-contract.ts";

describe("the ledger in memory", () => testLedger(async () => createMemoryLedger()));
