import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = `${import.meta.dirname}/..`;

/** Builds the story page; the product build never sees it. `vite build -c src-renderer/stories/vite.config.ts --outDir …` */
export default defineConfig({
  root,
  base: './',
  plugins: [react()],
  build: {
    emptyOutDir: true,
    assetsInlineLimit: 0,
    rolldownOptions: { input: { stories: `${root}/stories.html` } },
  },
});
