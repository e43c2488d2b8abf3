// The command line from a checkout, in the folder that npm was called in:
//   npm --prefix ../minutebook run --silent minutebook -- plan .
process.chdir(process.env.INIT_CWD ?? process.cwd());
await import("../src/cli/main.ts");
