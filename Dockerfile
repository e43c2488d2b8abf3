# docker build -t minutebook .
# docker run -p 127.0.0.1:3000:3000 --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges \
#   --env-file .env -v minutebook:/app/data minutebook
# To read /metrics, set METRICS_TOKEN.
# The digest is that of the tag; Dependabot proposes newer ones.
FROM node:24.19.0-bookworm-slim@sha256:a9f5f7c91a432850b2a8a7797adf5eadb6c733ceed61167806cee7ea7fbc29df AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY scripts ./scripts
# Packages don't run install scripts here.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
COPY fixtures/lantern ./fixtures/lantern
COPY docs/config.schema.json ./docs/
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund && mkdir --mode=0700 data
# --build-arg OTEL=1 adds OpenTelemetry's SDK.
ARG OTEL=""
RUN if [ -n "$OTEL" ]; then npm install --no-save --omit=dev --ignore-scripts --no-audit --no-fund @opentelemetry/sdk-node; fi

FROM node:24.19.0-bookworm-slim@sha256:a9f5f7c91a432850b2a8a7797adf5eadb6c733ceed61167806cee7ea7fbc29df
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY package.json app.yml LICENSE ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build --chown=node:node /app/data ./data
USER node
VOLUME /app/data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/ping`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Without the limit, Node keeps up to 128 MB just for young objects.
CMD ["node", "--enable-source-maps", "--max-semi-space-size=4", "dist/app/main.js"]
