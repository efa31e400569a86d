# The API and the pages, as `npm start` serves them. docs/self-hosting.md says what to set.

FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Optional packages are for development: an own Node and PostgREST. No production package needs its install script.
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 API_SERVER_PORT=8000
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json vercel.json ./
COPY public ./public
COPY corpus ./corpus
COPY supabase/migrations ./supabase/migrations
COPY scripts/load-corpus.ts ./scripts/
COPY server ./server
COPY lib ./lib
COPY inngest ./inngest
COPY api ./api
USER node
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.API_SERVER_PORT + '/api/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself is the first process: SIGTERM reaches it, and it ends in order.
CMD ["node", "server/start.ts"]
