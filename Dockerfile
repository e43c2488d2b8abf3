# docker build -t minutebook .
# docker run -p 3000:3000 --env-file .env -v minutebook:/app/data minutebook
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY scripts ./scripts
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
COPY fixtures/lantern ./fixtures/lantern
COPY docs/config.schema.json ./docs/
RUN npm run build && npm prune --omit=dev --no-audit --no-fund && mkdir data
# --build-arg OTEL=1: with OpenTelemetry's SDK.
ARG OTEL=""
RUN if [ -n "$OTEL" ]; then npm install --no-save --omit=dev --no-audit --no-fund @opentelemetry/sdk-node; fi

FROM node:24-slim
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
# Without the limit Node keeps up to 128 MB for young objects alone.
CMD ["node", "--enable-source-maps", "--max-semi-space-size=16", "dist/app/main.js"]
