import { defineConfig } from 'prisma/config';

// Every Prisma command first looks for its schema engine, even `generate`, which does not need it. Any executable will
// do there; with it, nothing is downloaded. Migrations use the engine's WebAssembly build (src/database/migrate.ts).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
});
