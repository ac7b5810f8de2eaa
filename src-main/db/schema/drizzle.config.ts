import { defineConfig } from 'drizzle-kit';

/** `drizzle-kit generate` only drafts SQL into a scratch folder; a person reads it and writes the step (README.md). */
export default defineConfig({
  dialect: 'sqlite',
  casing: 'snake_case',
  schema: [
    'users',
    'parties',
    'orders',
    'documents',
    'journal',
    'batches',
    'payments',
    'exchange-1c',
    'incoming',
    'own-templates',
    'processes',
  ].map((noun) => `./src-main/db/schema/${noun}.ts`),
  out: './.cache/drizzle-draft',
});
