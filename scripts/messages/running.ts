import type { Entry } from "./entry.ts";

/** From `src/app/`, `src/ledger/` and `src/queue/`: at the start, on standard error, and in the log. */
export const runningMessages: readonly Entry[] = [
  {
    says: "The plan for these minutes … to make; nothing is changed. Push fewer of them at once, or shorter ones.",
    because: "planning took more seconds or memory than it may take: [settings](operating.md#settings)",
    remedy: "push fewer or shorter minutes; until then nothing of this push is posted",
  },
  {
    says: "it … to read",
    because:
      "a backfill met minutes that take more seconds or memory than one file may take; it went on with the others",
    remedy: "split the file, or take out what is odd in it",
  },
  {
    says: "No thread to read with could be started.",
    because: "the machine has too much to do, or too little memory",
    remedy: "nothing: the job is tried again; where it comes often, give the machine more",
  },
  {
    says: "The process ended … while it was ….",
    because:
      "twice in a row the process ended while it had been reading or planning for this job for long, so the job is taken for the cause and waits among the dead jobs",
    remedy:
      "look at the minutes that it names; press **Retry**, push again, or `minutebook doctor --replay` once they are changed",
  },
  {
    says: "PRIVATE_KEY is missing: the app's key, or PRIVATE_KEY_FILE, a file with it.",
    because: "`APP_ID` is set and the key is not",
    remedy: "set it; the app's settings on GitHub make a new one",
  },
  {
    says: "WEBHOOK_SECRET is missing: what was set as the app's webhook secret.",
    because: "`APP_ID` is set and the secret is not",
    remedy: "set the one of the app's settings on GitHub",
  },
  {
    says: "… and …_FILE are both set; take one of them out.",
    because: "nobody can tell which one counts",
    remedy: "keep one",
  },
  {
    says: "…_FILE names …, which cannot be read (…). Mount it, or correct the path.",
    because: "the secret is not mounted there, or belongs to another user",
    remedy: "mount it readable for the user that the app runs as",
  },
  {
    says: "…_FILE names …, which is empty.",
    because: "the secret was never filled in",
    remedy: "fill it in",
  },
  {
    says: 'Unexpected …="…", expected a whole number; 0 means no limit.',
    because: "the setting is no number",
    remedy: "write digits alone: [settings](operating.md#settings)",
  },
  {
    says: "The data folder … is in use by process …. Stop that process, give this one another folder, or set DATABASE_URL to share a PostgreSQL.",
    because: "one process has the folder at a time",
    remedy: "as it says",
  },
  {
    says: "The database has schema version …, this Minutebook knows up to …. Start the newer Minutebook that wrote it, or restore a backup from before its upgrade.",
    because: "an older Minutebook was started on it",
    remedy: "start the newer one",
  },
  {
    says: "The database failed: …",
    because: "the database is away, full, or refuses us",
    remedy: "fix the database; current jobs return to the queue by themselves",
  },
  {
    says: "The connection to PostgreSQL was lost.",
    because: "the server or the network went away",
    remedy: "nothing: jobs in hand are put back",
  },
  {
    says: "Minutebook is stopping.",
    because: "somebody asked it to stop",
    remedy: "nothing: the next start goes on",
  },
  {
    says: "The step in hand took too long; it is taken up at the next start.",
    because: "a request to GitHub hung while the app was asked to stop",
    remedy: "nothing: the next start looks whether it was done",
  },
  {
    says: "Its process ended.",
    because: "a worker died with the job in hand",
    remedy: "nothing: another takes it up",
  },
  {
    says: "This version cannot read the job: …: …",
    because: "another version of Minutebook added the job, so it is kept with the dead jobs",
    remedy: "install the newest version, then run `minutebook doctor --replay`",
  },
  {
    says: "The process ended each time.",
    because: "the same job killed its worker again and again",
    remedy: "look for the cause, often too little memory; **Try again** on the check run",
  },
  {
    says: "… to be tried again: …",
    because: "GitHub could not be reached for some steps",
    remedy: "nothing: they are tried again",
  },
  { says: "A job is to be tried again", because: "as its cause says", remedy: "nothing" },
  {
    says: "A job failed",
    because:
      "GitHub refused it, or it is a mistake of ours, as its cause says; it is not tried again by itself",
    remedy: "fix the cause, then **Try again** on the check run",
  },
  {
    says: "Could not look at its head; it is tried again within the hour",
    because: "as its cause says; the other repositories were looked at",
    remedy: "nothing, unless it comes again",
  },
  {
    says: "Could not read many heads at once; each repository is looked at",
    because: "as its cause says",
    remedy: "nothing; it costs a few requests more",
  },
  {
    says: "Could not find out where the app is installed; each repository is looked at",
    because: "as its cause says",
    remedy: "nothing; it costs a few requests more",
  },
  {
    says: "Could not look which issues were closed there; it is tried again within the hour",
    because: "as its cause says; the other repositories were looked at",
    remedy: "nothing, unless it comes again",
  },
  {
    says: "The database in the data folder has not answered for a minute: …. Minutebook ends, to be started again; nothing that was acknowledged is lost. See whether the disk is full.",
    because: "PGlite, which works in the app's process, stopped or hangs; only a new process opens it again",
    remedy:
      "make room on the disk of the data folder; where nothing starts the app by itself, start it again",
  },
  {
    says: "The database at DATABASE_URL does not keep one session's locks from another, so that two jobs could post the same. Where a pooler stands in front of it, let that keep sessions (pool_mode = session in PgBouncer); CockroachDB has no such locks: use PostgreSQL or Citus.",
    because: "two connections had the same lock at once",
    remedy: "as it says; `DATABASE_URL` may also lead past the pooler, to PostgreSQL itself",
  },
  {
    says: "The database could not be made in …: …",
    because: "the data folder is on a full or read-only disk, or belongs to another user, as it says",
    remedy: "make room, or give the folder to the user that the app runs as; then start it again",
  },
  {
    says: "PGlite made no second instance.",
    because: "PGlite is of another version than the one that Minutebook was made for",
    remedy: "install the packages again: `npm ci`",
  },
  {
    says: "PGlite's thread has ended.",
    because: "the database in the process stopped without a word; the process ends within a minute",
    remedy: "start the app again where nothing does; what was acknowledged is kept",
  },
  {
    says: "PGlite's thread has ended: …",
    because: "the database in the process stopped, as it says: its disk may be full or broken",
    remedy: "look at the data folder and its disk, then start the app again",
  },
  {
    says: "A job was given up since it takes the process down; minutebook doctor lists and replays it",
    because: "the process ended twice while it had been reading or planning for this job for long",
    remedy: "look at the minutes that the log names; `minutebook doctor --replay` tries it again",
  },
  {
    says: "A job was given up after a day; minutebook doctor lists and replays it",
    because: "as its cause says; it waits among the dead jobs",
    remedy: "fix the cause, then **Try again** on the check run, or `minutebook doctor --replay`",
  },
  {
    says: "The end of a backfill could not be told",
    because: "the app may not read the repository, or not write check runs there, any more",
    remedy: "give access again, and start the backfill again: what is done stays done",
  },
  {
    says: "The configuration cannot be used",
    because: "it is wrong; the check run shows where",
    remedy: "fix it and push it",
  },
  {
    says: "Who pressed the button may not write to the repository",
    because: "buttons are for people who may write to the minutes",
    remedy: "let one of them press it",
  },
  {
    says: "it comes from no installation",
    because: "the webhook was set up by hand",
    remedy: "install the app",
  },
  {
    says: "Could not look for what was missed; it is tried again within the hour",
    because: "GitHub was away",
    remedy: "nothing",
  },
  {
    says: "GitHub does not deliver this again",
    because: "the delivery is too old for GitHub to keep",
    remedy: "nothing: the head of the repository is looked at anyway",
  },
  {
    says: "Something went wrong in the background",
    because: "as its cause says",
    remedy: "please report it, if it comes again",
  },
  {
    says: "no answer within … s",
    because: "the database is slow; GitHub shows the webhook as failed",
    remedy: "look at the database; what was missed is caught up with",
  },
  {
    says: "The database has not answered for … s.",
    because: "it is away or overloaded",
    remedy: "look at the database",
  },
  {
    says: "The job could not be kept: …",
    because: "the database is away or full",
    remedy: "fix the database; what was missed is caught up with",
  },
  {
    says: "The app could not do it: …",
    because: "the running app was asked for something and says why not",
    remedy: "as it says",
  },
  {
    says: "Nobody knows this request.",
    because: "the command line is of another version than the running app",
    remedy: "use the same version for both",
  },
  {
    says: "APP_ID is no number: it stands on the app's page on GitHub.",
    because: "it is the client id, or the app's name",
    remedy: 'take the number beside "App ID"',
  },
  {
    says: "There is no data folder …. Start the app once, or set DATA_FOLDER or DATABASE_URL as it has them.",
    because: "the command was run elsewhere than the app, or with other settings",
    remedy: "as it says",
  },
  {
    says: "The app has never started on this database. Start it once.",
    because: "the database has none of its tables",
    remedy: "start the app, or correct `DATABASE_URL`",
  },
  {
    says: "The database has schema version …, this Minutebook knows …. It is migrated when the app starts in this version.",
    because: "the command is newer than the app that ran last",
    remedy: "start the app in this version",
  },
  {
    says: "The database has schema version …, this Minutebook knows up to …. Run this command from the app's own version.",
    because: "the command is older than the app",
    remedy: "run it from the app's own version, such as with `docker exec`",
  },
  {
    says: "OTEL_… variables are set, but OpenTelemetry's SDK is not installed: npm install @opentelemetry/sdk-node (docker build --build-arg OTEL=1).",
    because: "traces are wanted, and the package that sends them is not there, since most do without",
    remedy: "install it as it says, or take the variables out",
  },
  { says: "The step … has no body.", because: "a mistake in Minutebook", remedy: "please report it" },
];
